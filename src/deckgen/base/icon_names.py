"""Names of icons that an author may have meant: near ones, and what the same thing is called otherwise."""

from __future__ import annotations

from difflib import get_close_matches

from deckgen.base.icons import ICONS

_MOST = 3
# Words of other languages and of other sets, each with what comes nearest.
_CALLED = {
    "电话": "phone", "手机": "smartphone", "打电话": "phone", "座机": "phone", "客服": "headset",
    "耳机": "headphones", "邮件": "mail", "邮箱": "mail", "信封": "mail", "消息": "message-circle",
    "聊天": "messages-square", "对话": "messages-square", "交流": "messages-square", "话筒": "mic", "麦克风": "mic",
    "喇叭": "megaphone", "公告": "megaphone", "声音": "volume-2", "说话": "speech", "倾听": "ear", "耳朵": "ear",
    "眼睛": "eye", "观察": "eye", "搜索": "search", "查找": "search", "放大": "zoom-in", "人": "user", "用户": "user",
    "客户": "user", "员工": "user", "团队": "users", "小组": "users", "人员": "users", "握手": "handshake",
    "合作": "handshake", "手": "hand", "点赞": "thumbs-up", "赞": "thumbs-up", "踩": "thumbs-down", "微笑": "smile",
    "笑脸": "smile", "大笑": "laugh", "哭": "frown", "生气": "frown", "平静": "meh", "时间": "clock", "时钟": "clock",
    "钟": "clock", "闹钟": "alarm-clock", "计时": "timer", "秒表": "timer", "沙漏": "hourglass", "日历": "calendar",
    "日期": "calendar", "日程": "calendar-check", "书": "book", "书本": "book-open", "阅读": "book-open",
    "书签": "bookmark", "学校": "school", "毕业": "graduation-cap", "培训": "presentation", "演示": "presentation",
    "笔": "pen", "铅笔": "pencil", "写": "pencil", "笔记": "notebook-pen", "文件": "file-text", "文档": "file-text",
    "文件夹": "folder", "列表": "list", "清单": "list-checks", "检查": "clipboard-check", "表格": "table",
    "打印": "printer", "图片": "image", "照片": "camera", "相机": "camera", "视频": "video", "播放": "play",
    "暂停": "pause", "电脑": "laptop", "笔记本": "laptop", "屏幕": "monitor", "网络": "wifi", "链接": "link",
    "下载": "download", "上传": "upload", "发送": "send", "云": "cloud", "勾": "check", "对": "check",
    "正确": "circle-check", "完成": "circle-check", "叉": "x", "错误": "circle-x", "问题": "circle-question-mark",
    "问号": "circle-question-mark", "警告": "triangle-alert", "注意": "triangle-alert", "提示": "lightbulb",
    "灯泡": "lightbulb", "想法": "lightbulb", "主意": "lightbulb", "信息": "info", "星": "star", "星星": "star",
    "心": "heart", "爱心": "heart", "目标": "target", "靶心": "target", "旗": "flag", "旗帜": "flag",
    "奖杯": "trophy", "奖": "award", "奖章": "award", "礼物": "gift", "火": "flame", "闪电": "zap", "火箭": "rocket",
    "钱": "banknote", "金钱": "banknote", "硬币": "coins", "钱包": "wallet", "信用卡": "credit-card",
    "购物车": "shopping-cart", "发票": "receipt", "标签": "tag", "百分比": "percent", "计算器": "calculator",
    "图表": "chart-column", "柱状图": "chart-column", "折线图": "chart-line", "饼图": "chart-pie",
    "上升": "trending-up", "增长": "trending-up", "下降": "trending-down", "锁": "lock", "解锁": "lock-open",
    "钥匙": "key", "盾牌": "shield", "安全": "shield-check", "设置": "settings", "齿轮": "cog", "工具": "wrench",
    "扳手": "wrench", "锤子": "hammer", "流程": "workflow", "循环": "refresh-cw", "刷新": "refresh-cw",
    "重复": "repeat", "箭头": "arrow-right", "路线": "route", "地图": "map", "位置": "map-pin", "地点": "map-pin",
    "指南针": "compass", "地球": "globe", "世界": "globe", "公司": "building", "大楼": "building", "家": "house",
    "房子": "house", "公文包": "briefcase", "汽车": "car", "车": "car", "卡车": "truck", "快递": "truck",
    "包裹": "package", "飞机": "plane", "火车": "train-front", "公交": "bus", "自行车": "bike", "咖啡": "coffee",
    "餐": "utensils", "午餐": "utensils", "太阳": "sun", "月亮": "moon", "雨伞": "umbrella", "雪": "snowflake",
    "树": "tree-pine", "叶子": "leaf", "成长": "sprout", "山": "mountain", "天平": "scale", "公平": "scale",
    "大脑": "brain", "思考": "brain", "拼图": "puzzle", "骰子": "dices", "剪刀": "scissors", "尺": "ruler",
    "药": "pill", "医生": "stethoscope", "健康": "heart-pulse", "无障碍": "accessibility", "铃": "bell",
    "提醒": "bell", "call": "phone", "telephone": "phone", "mobile": "smartphone", "cell": "smartphone",
    "email": "mail", "envelope": "mail", "letter": "mail", "person": "user", "people": "users", "group": "users",
    "team": "users", "customer": "user", "home": "house", "time": "clock", "watch": "timer", "stopwatch": "timer",
    "date": "calendar", "idea": "lightbulb", "bulb": "lightbulb", "light": "lightbulb", "warning": "triangle-alert",
    "alert": "triangle-alert", "danger": "triangle-alert", "error": "circle-x", "cross": "x", "close": "x",
    "tick": "check", "ok": "circle-check", "done": "circle-check", "yes": "check", "no": "x",
    "question": "circle-question-mark", "help": "life-buoy", "money": "banknote", "cash": "banknote", "coin": "coins",
    "goal": "target", "aim": "target", "growth": "trending-up", "gear": "cog", "tool": "wrench", "tools": "wrench",
    "document": "file-text", "file": "file-text", "paper": "file-text", "note": "notebook-pen",
    "notes": "notebook-pen", "chat": "messages-square", "talk": "speech", "speak": "speech", "listen": "ear",
    "microphone": "mic", "picture": "image", "photo": "camera", "computer": "laptop", "screen": "monitor",
    "world": "globe", "location": "map-pin", "place": "map-pin", "lunch": "utensils", "food": "utensils",
    "break": "coffee", "like": "thumbs-up", "happy": "smile", "sad": "frown", "angry": "frown", "love": "heart",
    "prize": "trophy", "medal": "award", "fire": "flame", "thunder": "zap", "lightning": "zap",
    "safe": "shield-check", "security": "shield-check", "balance": "scale", "cart": "shopping-cart",
    "delivery": "truck", "parcel": "package", "box": "package", "chart": "chart-column", "graph": "chart-line",
    "bin": "trash-2", "delete": "trash-2", "reload": "refresh-cw", "sync": "refresh-cw", "add": "plus",
    "write": "pencil", "edit": "pencil", "training": "presentation", "teacher": "graduation-cap",
    "student": "graduation-cap", "office": "building", "company": "building", "work": "briefcase", "path": "route",
    "process": "workflow", "think": "brain",
}  # fmt: skip


def icons_like(name: str) -> list[str]:
    """The icons that a wrong name may have meant, three at most: those called so, near ones, then those with a word."""
    asked = name.strip().lower()
    words = asked.replace("_", "-").replace(" ", "-").split("-")
    called = [_CALLED[word] for word in (asked, *words) if word in _CALLED]
    called += [icon for word, icon in _CALLED.items() if not word.isascii() and len(word) > 1 and word in asked]
    close = get_close_matches("-".join(words), ICONS, _MOST, 0.6)
    shared = [icon for icon in ICONS if set(words) & set(icon.split("-"))]
    return list(dict.fromkeys((*called, *close, *shared)))[:_MOST]


def icon_hint(name: str) -> str:
    """What to write in place of a name that no icon has."""
    near = icons_like(name)
    return f"did you mean {' or '.join(near)}?" if near else "docs/icons.md shows all there are"
