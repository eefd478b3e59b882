// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/EntryPanel.h"

#include "audit/AuditWords.h"
#include "audit/EntryDetail.h"
#include "look/Card.h"
#include "look/CellDelegate.h"
#include "look/Spacing.h"
#include "look/Text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStandardItemModel>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>

namespace Holdfast {

namespace {

enum Column { Field, Before, After, Columns };

QString roleText(const AuditEntry &entry)
{
    if (!entry.role)
        return {};
    switch (*entry.role) {
    case Role::Agent:
        return EntryPanel::tr("agent");
    case Role::Supervisor:
        return EntryPanel::tr("supervisor");
    case Role::Admin:
        return EntryPanel::tr("admin");
    }
    Q_UNREACHABLE();
}

/// To the second: two entries of one minute are to be told apart.
QString momentText(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().date(), QLocale::LongFormat) + QStringLiteral(", ") +
           ltr(time.toLocalTime().toString(QStringLiteral("HH:mm:ss.zzz")));
}

} // namespace

EntryPanel::EntryPanel(QWidget *parent)
    : QFrame(parent)
    , m_what(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_outcome(new QLabel(this))
    , m_nothing(makeMutedLabel({}, this))
    , m_lines(new QStandardItemModel(this))
    , m_table(new QTableView(this))
    , m_history(new QPushButton(tr("Its history"), this))
    , m_hearing(new QPushButton(tr("Who heard it"), this))
{
    setProperty("card", true);
    build();
    connect(m_history, &QPushButton::clicked, this, [this] { Q_EMIT historyAsked(m_recording); });
    connect(m_hearing, &QPushButton::clicked, this, [this] { Q_EMIT hearingAsked(m_recording); });
    setEntry(nullptr);
}

void EntryPanel::build()
{
    m_what->setFont(subtitleFont());
    for (QLabel *label : {m_what, m_facts, m_outcome}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setMinimumWidth(1);
    }
    m_lines->setColumnCount(Columns);
    m_table->setModel(m_lines);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setAccessibleName(tr("What the entry says"));
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(true);
    m_table->setCornerButtonEnabled(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(44); // two lines
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::small);
    buttons->addWidget(m_history);
    buttons->addWidget(m_hearing);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::large, Space::medium, Space::large, Space::medium);
    column->setSpacing(Space::small);
    column->addWidget(m_what);
    column->addWidget(m_outcome);
    column->addWidget(m_facts);
    column->addWidget(m_table, 1);
    column->addWidget(m_nothing);
    column->addStretch();
    column->addLayout(buttons);
}

void EntryPanel::setEntry(const AuditEntry *entry)
{
    m_recording = entry ? entry->recordingId : RecordingId();
    for (QPushButton *button : {m_history, m_hearing})
        button->setVisible(m_recording.isValid());
    m_outcome->setVisible(entry != nullptr);
    m_facts->setVisible(entry != nullptr);
    m_lines->removeRows(0, m_lines->rowCount());
    if (!entry) {
        m_what->setText({});
        m_table->hide();
        m_nothing->setText(tr("Choose an entry to read it."));
        m_nothing->show();
        return;
    }
    m_what->setText(actionWords(entry->action));
    const bool isRefused = entry->outcome == AuditOutcome::Refused;
    m_outcome->setText(isRefused ? tr("Refused: it was tried, and not done.") : tr("Done."));
    m_outcome->setProperty("bad", isRefused);
    m_outcome->setProperty("muted", !isRefused);
    m_outcome->style()->unpolish(m_outcome); // a style sheet looks at properties only then
    m_outcome->style()->polish(m_outcome);
    QStringList facts{momentText(entry->at)};
    const QString role = roleText(*entry);
    facts.append(role.isEmpty() ? whoWords(*entry) : tr("%1, then %2").arg(whoWords(*entry), role));
    if (!entry->address.isEmpty())
        facts.append(tr("from %1").arg(ltr(entry->address)));
    if (const QString about = aboutWords(*entry); !about.isEmpty())
        facts.append(about);
    facts.append(tr("entry %1").arg(entry->id));
    m_facts->setText(facts.join(u'\n'));
    fillLines(*entry);
}

void EntryPanel::fillLines(const AuditEntry &entry)
{
    const QList<DetailLine> lines = detailLines(entry.detail);
    const bool hasChange =
        std::any_of(lines.begin(), lines.end(), [](const DetailLine &line) { return line.isChange; });
    m_lines->setHorizontalHeaderLabels({tr("Field"), tr("Before"), hasChange ? tr("After") : tr("What it says")});
    m_table->setColumnHidden(Before, !hasChange);
    const auto item = [](const QString &text) {
        auto *one = new QStandardItem(text);
        one->setToolTip(text);
        one->setEditable(false);
        return one;
    };
    for (const DetailLine &line : lines) {
        const QString before = line.isChange && line.before.isEmpty() ? QStringLiteral("–") : line.before;
        const QString after = line.isChange && line.after.isEmpty() ? QStringLiteral("–") : line.after;
        m_lines->appendRow({item(fieldWords(line.field)), item(before), item(after)});
    }
    m_table->setVisible(!lines.isEmpty());
    m_nothing->setText(tr("It says no more than this."));
    m_nothing->setVisible(lines.isEmpty());
}

} // namespace Holdfast
