// What the page says, in its two languages; diagnostics come as deckgen words them.
const WORDS = {
  zh: {
    skip: "跳到幻灯片", delivery: "交付", theme: "主题", profile: "客户档", language: "语言", overview: "总览",
    tree: "目录", before: "上一页", after: "下一页", stage: "幻灯片", strip: "全部幻灯片", notes: "讲师备注",
    checks: "检查", source: "源文件", edits: "改动", none: "未选", usual: "默认", minutes: "分", total: "合计",
    here: "只在本机", light: "浅色", dark: "深色", sound: "没有发现问题（幻灯片与日程；手册用 deckgen check）",
    error: "错误", warning: "提醒", hint: "提示", synced: "已同步", lost: "连接断开，正在重连", building: "正在读取课程",
    old: "旧画面", since: "文件从 {since} 起读不通，下面是最后一次读通的样子", jump: "跳到错处", open: "在编辑器打开",
    page: "第 {n} 页", pages: "共 {n} 页", pick: "点幻灯片或备注里的字，这里显示它写在哪一行", nowhere: "课程里没有直接写这几个字：它由别处算出",
    more: "还写在", edit: "改这里", save: "写入", cancel: "放弃", undo: "撤销", undone: "已撤销", written: "已写入 {file}",
    conflict: "文件里现在是：{now}", why: "这里不能在页面上改：{why}", noedits: "还没有在页面上改过什么", changed: "第 {n} 页变了",
    just: "刚改", frames: "框架页", talk: "讲", activity: "练", debrief: "评", empty: "课程里还没有可以显示的幻灯片", keys: "按键", mode: "明暗",
    helps: [["← →", "上一页、下一页"], ["Home End", "第一页、最后一页"], ["O", "总览"], ["G", "在编辑器打开这一页"], ["M", "去刚改的那一页"],
      ["F8", "去第一处错误"], ["F6", "换区域"], ["Enter", "选中文字后：改"], ["Esc", "退一步"], ["?", "这张表"]],
  },
  en: {
    skip: "Skip to the slide", delivery: "Delivery", theme: "Theme", profile: "Profile", language: "Language", overview: "Overview",
    tree: "Contents", before: "Slide before", after: "Next slide", stage: "Slide", strip: "All slides", notes: "Trainer's notes",
    checks: "Checks", source: "Source", edits: "Changes", none: "none", usual: "usual", minutes: "min", total: "in all",
    here: "this computer only", light: "Light", dark: "Dark", sound: "Nothing found (slides and plan; deckgen check looks at books, too)",
    error: "errors", warning: "warnings", hint: "hints", synced: "up to date", lost: "connection lost, trying again", building: "reading the course",
    old: "Old picture", since: "the files cannot be read since {since}; this is how they were before", jump: "Go to the mistake", open: "Open in the editor",
    page: "Slide {n}", pages: "of {n}", pick: "Click words of the slide or its notes: here stands where they are written", nowhere: "The course does not say these words as such: they follow from elsewhere",
    more: "Also written at", edit: "Change it here", save: "Write", cancel: "Leave it", undo: "Undo", undone: "undone", written: "{file} written",
    conflict: "The file says now: {now}", why: "It cannot be changed on this page: {why}", noedits: "Nothing has been changed on this page", changed: "slide {n} changed",
    just: "just changed", frames: "frames", talk: "talk", activity: "activity", debrief: "debrief", empty: "The course has no slides to show yet", keys: "Keys", mode: "Light or dark",
    helps: [["← →", "slide before, next slide"], ["Home End", "first, last slide"], ["O", "overview"], ["G", "open this slide in the editor"], ["M", "go to the slide that changed"],
      ["F8", "go to the first mistake"], ["F6", "next region"], ["Enter", "change the chosen text"], ["Esc", "one step back"], ["?", "this table"]],
  },
};

let language = "zh";

export function speak(chosen) {
  language = chosen in WORDS ? chosen : "zh";
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
}

export function word(name, fields = {}) {
  const text = WORDS[language][name];
  return typeof text === "string" ? text.replace(/\{(\w+)\}/g, (_, field) => String(fields[field] ?? "")) : text;
}
