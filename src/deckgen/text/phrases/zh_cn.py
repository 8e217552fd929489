"""Phrases in simplified Chinese."""

from __future__ import annotations

ZH_CN: dict[str, str] = {
    "activity": "活动",
    "agenda": "课程安排",
    "answer": "参考答案",
    "break": "茶歇",
    "continued": "{title}（续）",
    "course_map": "课程地图",
    "day": "第{n}天",
    "debrief": "复盘",
    "guide": "讲师手册",
    "lunch": "午餐",
    "minutes": "{n} 分钟",
    "module": "模块{n}",
    "objectives": "学习目标",
    "page": "第 {page} 页，共 {pages} 页",
    "recap": "要点回顾",
    "run_sheet": "授课流程表",
    "see_page": "见学员手册第 {page} 页",
    "sheet": "练习{n}",
    "source": "来源：{source}",
    "talk": "讲授",
    "workbook": "学员手册",
}
