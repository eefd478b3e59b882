// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/FilingCard.h"

#include "domain/ShownText.h"
#include "look/Spacing.h"
#include "look/Text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpressionValidator>
#include <QTableWidget>
#include <QVBoxLayout>

namespace Holdfast {

namespace {

constexpr int namesShown = 6;
constexpr std::chrono::milliseconds takenAfter{300};

} // namespace

FilingCard::FilingCard(const LocalStore &store, FilingRules rules, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_rules(std::move(rules))
    , m_patterns(new QPlainTextEdit(this))
    , m_region(new QLineEdit(this))
    , m_try(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_names(new QTableWidget(namesShown + 1, 2, this))
{
    build();
    m_typed.setSingleShot(true);
    m_typed.setInterval(takenAfter);
    connect(m_patterns, &QPlainTextEdit::textChanged, &m_typed, qOverload<>(&QTimer::start));
    connect(m_region, &QLineEdit::textEdited, &m_typed, qOverload<>(&QTimer::start));
    connect(&m_typed, &QTimer::timeout, this, &FilingCard::take);
    connect(m_try, &QLineEdit::textEdited, this,
            [this](const QString &name) { showName(0, name, SuggestFiling(m_store, m_rules)); });
}

void FilingCard::build()
{
    auto *why = new QLabel(tr("Files that are dropped beside the leads go to the lead that their name tells, with the "
                              "day and time of the call. One pattern a line; the first that fits counts. Fields: "
                              "{yyyy} {MM} {dd} {HH} {mm} {ss} {epoch} {phone} {lead} {name}; * is anything."),
                           this);
    why->setProperty("muted", true);
    why->setWordWrap(true);
    m_patterns->setPlainText(m_rules.patterns.join(u'\n'));
    m_patterns->setFont(fixedFont());
    m_patterns->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_patterns->setTabChangesFocus(true);
    m_patterns->setAccessibleName(tr("Patterns of file names"));
    constexpr int linesShown = 7;
    m_patterns->ensurePolished();
    m_patterns->setFixedHeight(m_patterns->fontMetrics().lineSpacing() * linesShown + 2 * Space::large);
    m_region->setText(m_rules.region);
    m_region->setMaximumWidth(56);
    m_region->setAccessibleName(tr("Country of numbers that name none"));
    static const QRegularExpression twoLetters(QStringLiteral("([A-Za-z]{2})?"));
    m_region->setValidator(new QRegularExpressionValidator(twoLetters, m_region));
    auto *regionName = new QLabel(tr("Country of numbers that name none (two letters, such as DE):"), this);
    regionName->setBuddy(m_region);
    m_problem->setProperty("bad", true);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    m_try->setPlaceholderText(tr("Try a name"));
    m_try->setAccessibleName(tr("A name to try"));
    m_names->setAccessibleName(tr("What names tell"));
    m_names->horizontalHeader()->hide();
    m_names->verticalHeader()->hide();
    m_names->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_names->setShowGrid(false);
    m_names->setSelectionMode(QAbstractItemView::NoSelection);
    m_names->setFocusPolicy(Qt::NoFocus);
    m_names->setTabKeyNavigation(false); // else it keeps the focus between itself and the line in it
    m_names->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_names->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_names->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_names->setCellWidget(0, 0, m_try);
    m_names->setRowHeight(0, m_try->sizeHint().height());

    auto *region = new QHBoxLayout;
    region->addWidget(regionName);
    region->addWidget(m_region);
    region->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::small);
    column->addWidget(why);
    column->addWidget(m_patterns);
    column->addLayout(region);
    column->addWidget(m_problem);
    column->addWidget(m_names);
}

void FilingCard::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showNames();
}

/// What can't be read is said, and what counted before counts on.
void FilingCard::take()
{
    FilingRules rules = m_rules;
    rules.patterns.clear();
    QString problem;
    const QStringList lines = m_patterns->toPlainText().split(u'\n');
    for (qsizetype line = 0; line < lines.size() && problem.isEmpty(); ++line) {
        const QString text = lines.at(line).trimmed();
        if (text.isEmpty())
            continue;
        const Result<NamePattern> pattern = NamePattern::parse(text);
        if (pattern)
            rules.patterns.append(text);
        else
            problem = tr("Line %1: %2 What was there before counts on.").arg(line + 1).arg(pattern.error().message);
    }
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (!problem.isEmpty())
        return;
    rules.region = m_region->hasAcceptableInput() ? m_region->text().toUpper() : m_rules.region;
    m_rules = rules;
    showNames();
    Q_EMIT rulesChanged(m_rules);
}

void FilingCard::showNames()
{
    const SuggestFiling suggest(m_store, m_rules);
    showName(0, m_try->text(), suggest);
    const Result<QStringList> names = m_store.newestNames(namesShown);
    const QStringList shown = names ? *names : QStringList();
    for (int row = 0; row < namesShown; ++row) {
        const bool isThere = row < shown.size();
        m_names->setRowHidden(row + 1, !isThere);
        if (isThere)
            showName(row + 1, shown.at(row), suggest);
    }
    int height = 2 * m_names->frameWidth();
    for (int row = 0; row < m_names->rowCount(); ++row)
        height += m_names->isRowHidden(row) ? 0 : m_names->rowHeight(row);
    m_names->setFixedHeight(height);
}

void FilingCard::showName(int row, const QString &name, const SuggestFiling &suggest)
{
    if (row > 0) {
        auto *first = new QTableWidgetItem(ltr(name));
        first->setToolTip(ltr(name));
        m_names->setItem(row, 0, first);
    }
    auto *told = new QTableWidgetItem(name.isEmpty() ? QString() : toldBy(suggest, name));
    told->setToolTip(told->text());
    m_names->setItem(row, 1, told);
}

QString FilingCard::toldBy(const SuggestFiling &suggest, const QString &name)
{
    const Result<Filing> filing = suggest.of(name, QDateTime::currentDateTimeUtc());
    if (!filing)
        return filing.error().message;
    QStringList parts;
    if (filing->callDate)
        parts.append(dateTimeText(*filing->callDate));
    parts.append(filing->lead ? shownOnOneLine(filing->lead->name) : filing->sentence);
    parts.append(filing->dateSentence);
    parts.removeAll(QString());
    return parts.isEmpty() ? tr("No pattern fits.") : parts.join(QStringLiteral(" · "));
}

} // namespace Holdfast
