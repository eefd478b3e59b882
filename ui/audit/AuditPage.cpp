// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/AuditPage.h"

#include "audit/AuditTable.h"
#include "audit/EntryPanel.h"
#include "domain/WhenFinished.h"
#include "look/ElidedLabel.h"
#include "look/Icons.h"
#include "look/PageFocus.h"
#include "look/Spacing.h"
#include "look/Text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr int narrowestPanel = 320;
constexpr int widestPanel = 420;
constexpr double panelShare = 0.32; ///< of the page
constexpr int wholeProgress = 1000;
constexpr int workWidth = 220;

} // namespace

AuditPage::AuditPage(ApiClient &api, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_calls(api)
    , m_clock(clock)
    , m_export(api)
    , m_checkpoint(api)
    , m_model(m_calls, clock)
    , m_filters(new AuditFilters)
    , m_table(new AuditTable(m_model))
    , m_panel(new EntryPanel)
    , m_count(new ElidedLabel)
    , m_state(new QLabel)
    , m_told(new QLabel)
    , m_work(new QLabel)
    , m_progress(new QProgressBar)
    , m_stop(new QPushButton(tr("Stop")))
    , m_refresh(new QPushButton(icon(Icon::Retry), tr("Refresh")))
    , m_verify(new QPushButton(icon(Icon::Stored), tr("Verify")))
    , m_checkpoints(new QPushButton(tr("Checkpoint")))
    , m_exports(new QPushButton(icon(Icon::Save), tr("Export")))
{
    m_state->setProperty("bad", true);
    for (QLabel *label : {m_state, m_told}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->hide();
    }
    auto *middle = new QHBoxLayout;
    middle->setSpacing(Space::medium);
    middle->addWidget(m_table, 1);
    middle->addWidget(m_panel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::wide, Space::large, Space::wide, Space::large);
    column->setSpacing(Space::medium);
    column->addWidget(buildHead());
    column->addWidget(m_filters);
    column->addWidget(m_state);
    column->addWidget(m_told);
    column->addWidget(m_workLine = buildWorkLine());
    column->addLayout(middle, 1);
    giveFocusTo(this, m_table);
    connectParts();
}

QWidget *AuditPage::buildHead()
{
    auto *title = new QLabel(tr("Audit"));
    title->setFont(titleFont());
    m_count->setProperty("muted", true);
    m_refresh->setToolTip(tr("Reads it anew, with what was written since (F5). Each reading is an entry itself."));
    m_verify->setToolTip(tr("Looks at each entry whether it is what was written"));
    auto *checkpoints = new QMenu(m_checkpoints);
    checkpoints->addAction(tr("Save the newest…"), this, &AuditPage::chooseCheckpoint);
    checkpoints->addAction(tr("Compare the log with a saved one…"), this, &AuditPage::chooseKept);
    m_checkpoints->setMenu(checkpoints);
    m_checkpoints->setToolTip(
        tr("What the log stood at, signed. Kept elsewhere, it tells whether its end was cut off."));
    auto *exports = new QMenu(m_exports);
    exports->addAction(tr("As a table (CSV)…"), this, [this] { chooseExport(AuditForm::Csv); });
    exports->addAction(tr("As JSON Lines…"), this, [this] { chooseExport(AuditForm::JsonLines); });
    m_exports->setMenu(exports);
    m_exports->setToolTip(tr("Saves all entries that are as the filters say, oldest first"));
    auto *head = new QWidget;
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Space::small);
    line->addWidget(title);
    line->addSpacing(Space::hair);
    line->addWidget(m_count, 1, Qt::AlignBottom);
    for (QPushButton *button : {m_refresh, m_verify, m_checkpoints, m_exports})
        line->addWidget(button);
    return head;
}

QWidget *AuditPage::buildWorkLine()
{
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(workWidth);
    m_work->setProperty("muted", true);
    auto *workLine = new QWidget;
    auto *line = new QHBoxLayout(workLine);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Space::medium);
    line->addWidget(m_progress);
    line->addWidget(m_work, 1);
    line->addWidget(m_stop);
    workLine->hide();
    return workLine;
}

void AuditPage::connectParts()
{
    connect(m_filters, &AuditFilters::changed, this, &AuditPage::searchFor);
    connect(m_table, &AuditTable::currentEntryChanged, this, [this] { m_panel->setEntry(m_table->current()); });
    connect(m_panel, &EntryPanel::historyAsked, this,
            [this](RecordingId recording) { m_filters->showOnly(recording, AuditFilters::About::All); });
    connect(m_panel, &EntryPanel::hearingAsked, this,
            [this](RecordingId recording) { m_filters->showOnly(recording, AuditFilters::About::Hearing); });
    connect(&m_model, &AuditModel::searched, this, &AuditPage::showFound);
    connect(&m_model, &AuditModel::pageCame, this, &AuditPage::showFound);
    connect(&m_model, &AuditModel::failed, this, &AuditPage::showFailure);
    connect(m_refresh, &QPushButton::clicked, this, &AuditPage::refresh);
    connect(m_verify, &QPushButton::clicked, this, &AuditPage::verify);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_cancel)
            m_cancel();
    });
    connect(&m_export, &ExportAudit::progress, this, [this](qint64 done, qint64 total) {
        m_progress->setRange(0, wholeProgress);
        m_progress->setValue(total > 0 ? static_cast<int>(done * wholeProgress / total) : 0);
        m_work->setText(tr("Exporting: %1 of %2").arg(sizeText(done), sizeText(total)));
    });
}

void AuditPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_table->setFocus();
    readPeople();
    if (std::exchange(m_wasShown, true))
        return goOn();
    if (!m_model.isSearching()) // somebody came here with a question of his own
        searchFor();
}

void AuditPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_panel->setFixedWidth(std::clamp(static_cast<int>(width() * panelShare), narrowestPanel, widestPanel));
}

QString AuditPage::timeText(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().time(), QLocale::ShortFormat);
}

void AuditPage::searchFor()
{
    const Result<AuditTerms> terms = m_filters->terms();
    if (!terms)
        return say(terms.error().message);
    say({});
    m_count->setText(tr("Reading…"));
    m_model.search(*terms);
}

void AuditPage::refresh()
{
    if (!m_wasShown)
        return;
    readPeople();
    searchFor();
}

void AuditPage::goOn()
{
    if (!m_wasShown)
        return;
    readPeople();
    m_model.goOn();
}

void AuditPage::focusFilter()
{
    m_filters->focusFirst();
}

void AuditPage::showOnly(RecordingId recording, AuditFilters::About about)
{
    m_filters->showOnly(recording, about);
}

/// Once. Without them nobody can be chosen, which the next showing mends; what is wrong the search says.
void AuditPage::readPeople()
{
    if (std::exchange(m_hasPeople, true))
        return;
    whenFinished(m_calls.people(), this, [this](const Result<QList<Agent>> &people) {
        m_hasPeople = people.has_value();
        if (people)
            m_filters->offerPeople(*people);
        else if (people.error().kind != FailureKind::Unreachable)
            tell(tr("The people to choose from can't be read. %1").arg(people.error().message), Tone::Bad);
    });
}

void AuditPage::say(const QString &sentence)
{
    m_state->setText(sentence);
    m_state->setVisible(!sentence.isEmpty());
}

void AuditPage::showFound()
{
    if (m_filters->terms())
        say({});
    showCount();
    m_table->setEmptySentence(m_model.terms() == AuditTerms() ? tr("The log has no entries.")
                                                              : tr("No entry is as the filters say."));
}

void AuditPage::showCount()
{
    const int rows = m_model.rowCount();
    const QString number = QLocale().toString(rows);
    if (!m_model.isWhole())
        m_count->setText(tr("The newest %1; older ones come as you go down").arg(number));
    else
        m_count->setText(rows == 0 ? tr("None") : rows == 1 ? tr("One entry") : tr("%1 entries").arg(number));
    m_count->setToolTip(m_count->text()); // where it is cut, for want of room
}

void AuditPage::showFailure(const Failure &failure)
{
    const QDateTime readAt = m_model.readAt();
    if (failure.kind != FailureKind::Unreachable)
        say(failure.message);
    else if (readAt.isValid())
        say(tr("The audit log is on the server, which can't be reached. What is shown is as of %1; it goes on by "
               "itself "
               "when the server is back.")
                .arg(timeText(readAt)));
    else
        say(tr(
            "The audit log is on the server, which can't be reached. It goes on by itself when the server is back."));
    if (readAt.isValid())
        showCount();
    else
        m_count->setText({});
}

} // namespace Holdfast
