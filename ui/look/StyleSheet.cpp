// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/StyleSheet.h"

#include "look/Palettes.h"

namespace Holdfast {

namespace {

const QString controls = QStringLiteral(R"(
QPushButton, QToolButton[framed="true"] {
    background: @button; border: 1px solid @line; border-radius: 6px; padding: 6px 14px; min-height: 20px; outline: none;
}
QPushButton:hover, QToolButton[framed="true"]:hover { background: @hover; }
QPushButton:pressed { background: @line; }
QPushButton:checked { background: @highlight; color: @highlightText; }
QPushButton:focus { border: 1px solid @accent; }
QPushButton:disabled { color: @disabled; }
QPushButton[primary="true"] { background: @accent; color: @accentText; border: 1px solid @accent; font-weight: 600; }
QPushButton[primary="true"]:hover { background: @accentHover; }
QPushButton[primary="true"]:focus { border: 2px solid @text; padding: 5px 13px; }
QPushButton[primary="true"]:disabled { background: @line; border-color: @line; color: @muted; }
QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 6px; background: transparent; }
QToolButton:hover { background: @hover; }
QToolButton:checked { background: @highlight; }
QToolButton:focus { border: 1px solid @accent; }
QToolButton::menu-indicator { image: none; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {
    background: @base; border: 1px solid @line; border-radius: 6px; padding: 6px 8px; min-height: 20px;
    selection-background-color: @accent; selection-color: @accentText;
}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus { border: 1px solid @accent; }
QComboBox::drop-down { subcontrol-position: center right; width: 20px; border: none; background: transparent; }
QComboBox::down-arrow { image: url(:/icons/choose.svg); width: 12px; height: 12px; }
QComboBox[long="true"] { combobox-popup: 0; }
QComboBoxPrivateContainer { background: @base; border: 1px solid @muted; }
QComboBox[long="true"] QComboBoxPrivateContainer { border: none; }
QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus {
    border: none; border-left: 1px solid @muted; border-right: 1px solid @muted; border-radius: 0;
}
QComboBox[long="true"] QAbstractItemView, QComboBox[long="true"] QAbstractItemView:focus { border: 1px solid @muted; }
QComboBox:disabled, QLineEdit:disabled, QSpinBox:disabled { color: @disabled; background: @window; }
QSpinBox::up-button, QSpinBox::down-button { subcontrol-origin: border; width: 18px; border: none; background: transparent; }
QSpinBox::up-button { subcontrol-position: top right; margin-top: 3px; }
QSpinBox::down-button { subcontrol-position: bottom right; margin-bottom: 3px; }
QSpinBox::up-arrow { image: url(:/icons/more.svg); width: 10px; height: 10px; }
QSpinBox::down-arrow { image: url(:/icons/choose.svg); width: 10px; height: 10px; }
QCheckBox { spacing: 8px; padding: 4px 0; outline: 1px solid @accent; outline-radius: 4px; }
QCheckBox::indicator { width: 14px; height: 14px; border-radius: 4px; border: 1px solid @muted; background: @base; }
QCheckBox::indicator:checked { border: 1px solid @accent; background: @accent; image: url(:/icons/tick-@ground.svg); }
QCheckBox::indicator:focus { border-color: @accent; }
QRadioButton { spacing: 8px; padding: 4px 0; outline: 1px solid @accent; outline-radius: 4px; }
QRadioButton::indicator { width: 16px; height: 16px; border-radius: 9px; border: 1px solid @muted; background: @base; }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 5px solid @accent; background: @accentText; }
QRadioButton::indicator:focus { border-color: @accent; }
QProgressBar { border: none; border-radius: 2px; background: @line; max-height: 4px; }
QProgressBar::chunk { border-radius: 2px; background: @accent; }
QProgressBar[level="warn"]::chunk { background: @warn; }
QProgressBar[level="bad"]::chunk { background: @bad; }
)");

const QString views = QStringLiteral(R"(
QListView, QTableView, QTreeView {
    background: @base; border: 1px solid @line; border-radius: 8px; outline: none;
    alternate-background-color: @alternate; selection-background-color: @highlight; selection-color: @highlightText;
    gridline-color: @line;
}
QListView:focus, QTableView:focus, QTreeView:focus { border: 1px solid @accent; }
QHeaderView { background: @base; border: none; border-top-left-radius: 8px; border-top-right-radius: 8px; }
QHeaderView::section {
    background: transparent; color: @muted; border: none; border-bottom: 1px solid @line; padding: 6px 8px;
}
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar::handle:vertical { background: @line; border-radius: 4px; min-height: 32px; }
QScrollBar::handle:vertical:hover { background: @muted; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle:horizontal { background: @line; border-radius: 4px; min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QMenu { background: @raised; border: 1px solid @line; border-radius: 8px; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @highlight; color: @highlightText; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QToolTip { background: @tip; color: @tipText; border: none; padding: 6px 8px; }
QStatusBar { background: @raised; border-top: 1px solid @line; }
QStatusBar::item { border: none; }
QToolButton[needing="true"] { color: @warn; padding: 2px 8px; font-weight: 600; }
)");

const QString parts = QStringLiteral(R"(
QFrame[rail="true"] { background: @raised; border: none; border-right: 1px solid @line; }
QFrame[rail="true"] QToolButton { padding: 6px 1px; }
QFrame[bar="true"] { background: @raised; border: none; border-top: 1px solid @line; }
QFrame[sheet="true"] { background: @raised; border: 1px solid @line; border-radius: 12px; }
QFrame[card="true"] { background: @base; border: 1px solid @line; border-radius: 8px; }
QFrame[banner="warn"] { background: @warnGround; border: 1px solid @warn; border-radius: 8px; }
QFrame[banner="bad"] { background: @badGround; border: 1px solid @bad; border-radius: 8px; }
QLabel[muted="true"] { color: @muted; }
QLabel[warn="true"] { color: @warn; }
QLabel[bad="true"] { color: @bad; }
QLabel[good="true"] { color: @good; }
QPushButton::menu-indicator { subcontrol-position: center right; right: 8px; image: url(:/icons/choose.svg); width: 10px; height: 10px; }
)");

} // namespace

QString styleSheetFor(const QPalette &palette)
{
    const Tones &tones = tonesOf(palette);
    const QColor window = palette.color(QPalette::Window);
    // Longer names first: "@accentText" must not be taken for "@accent".
    const std::pair<QLatin1String, QColor> colors[] = {
        {QLatin1String("@accentText"), tones.accentText},
        {QLatin1String("@accentHover"), mixed(tones.accent, palette.color(QPalette::Text), 0.12)},
        {QLatin1String("@accent"), tones.accent},
        {QLatin1String("@alternate"), palette.color(QPalette::AlternateBase)},
        {QLatin1String("@badGround"), tones.badGround},
        {QLatin1String("@bad"), tones.bad},
        {QLatin1String("@base"), palette.color(QPalette::Base)},
        {QLatin1String("@button"), palette.color(QPalette::Button)},
        {QLatin1String("@disabled"), palette.color(QPalette::Disabled, QPalette::Text)},
        {QLatin1String("@good"), tones.good},
        {QLatin1String("@highlightText"), palette.color(QPalette::HighlightedText)},
        {QLatin1String("@highlight"), palette.color(QPalette::Highlight)},
        {QLatin1String("@hover"), tones.hover},
        {QLatin1String("@line"), tones.line},
        {QLatin1String("@muted"), tones.muted},
        {QLatin1String("@raised"), tones.raised},
        {QLatin1String("@text"), palette.color(QPalette::Text)},
        {QLatin1String("@tipText"), palette.color(QPalette::ToolTipText)},
        {QLatin1String("@tip"), palette.color(QPalette::ToolTipBase)},
        {QLatin1String("@warnGround"), tones.warnGround},
        {QLatin1String("@warn"), tones.warn},
        {QLatin1String("@window"), window},
    };
    QString sheet = controls + views + parts;
    sheet.replace(QLatin1String("@ground"), QLatin1String(window.lightness() < 128 ? "dark" : "light"));
    for (const auto &[name, color] : colors)
        sheet.replace(name, color.name());
    return sheet;
}

} // namespace Holdfast
