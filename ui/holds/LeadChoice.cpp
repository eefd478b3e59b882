// SPDX-License-Identifier: GPL-3.0-or-later
#include "holds/LeadChoice.h"

#include "domain/Limits.h"
#include "lists/RowsTable.h"
#include "look/Icons.h"
#include "look/Spacing.h"

#include <QGuiApplication>
#include <QLineEdit>
#include <QVBoxLayout>

namespace Holdfast {

namespace {

constexpr std::chrono::milliseconds askedAfter{300};
constexpr int mostLeads = 50; ///< who finds more types more

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::LeadChoice)
public:
    static QList<RowColumn<Lead>> leads()
    {
        return {{tr("Lead"), [](const Lead &lead) { return lead.name; }, {140, 2}},
                {tr("Number"), [](const Lead &lead) { return ltr(lead.phone); }, {140, 1}},
                {tr("Campaign"), [](const Lead &lead) { return lead.campaignName; }, {100, 1, false, true}}};
    }
    static QList<RowColumn<Recording>> recordings()
    {
        const auto sign = [](const Recording &recording) {
            return recording.complianceHold ? icon(Icon::Hold, warnColor(QGuiApplication::palette())) : QIcon();
        };
        return {
            {tr("Call"), [](const Recording &recording) { return dateTimeText(recording.callDate); }, {188, 0}, sign},
            {tr("Length"),
             [](const Recording &recording) { return ltr(durationText(recording.duration)); },
             {80, 0, true}},
            {tr("Agent"), [](const Recording &recording) { return recording.agentName; }, {100, 1, false, true}},
            {tr("Recording"), [](const Recording &recording) { return ltr(recording.originalName); }, {120, 2}}};
    }
};

} // namespace

LeadChoice::LeadChoice(LeadSearchCalls calls, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_calls(calls)
    , m_words(new QLineEdit(this))
    , m_leads(
          Words::leads(), [](const Lead &lead) { return lead.id.value; },
          [this](const Lead *) {
              return m_calls.find(m_words->text(), mostLeads).then([](const Result<QList<Lead>> &leads) {
                  return leads.map([](const QList<Lead> &found) { return PagedRows<Lead>::Page{found, false}; });
              });
          },
          clock)
    , m_recordings(
          Words::recordings(), [](const Recording &recording) { return recording.id.value; },
          [this](const Recording *behind) {
              const int offset = behind ? m_recordings.rowCount() : 0;
              const Lead *chosen = lead();
              return m_calls.recordingsOf(chosen ? chosen->id : LeadId(), offset, PagedModel::pageRows)
                  .then([](const Result<QList<Recording>> &recordings) {
                      return recordings.map([](const QList<Recording> &page) {
                          return PagedRows<Recording>::Page{page, page.size() == PagedModel::pageRows};
                      });
                  });
          },
          clock)
    , m_leadTable(new RowsTable(m_leads, tr("Leads that were found"), this))
    , m_recordingTable(new RowsTable(m_recordings, tr("Recordings of the lead"), this))
{
    build();
    m_typed.setSingleShot(true);
    connect(&m_typed, &QTimer::timeout, &m_leads, &PagedModel::readAnew);
    connect(m_words, &QLineEdit::textEdited, this, [this](const QString &words) {
        m_leadTable->setChoosesFirst(!words.trimmed().isEmpty()); // whom nobody looked for, nobody means
        m_typed.start(askedAfter);
    });
    connect(m_leadTable, &RowsTable::chosenChanged, this, [this] {
        if (!m_recordingTable->isHidden() && lead())
            m_recordings.readAnew();
        Q_EMIT chosenChanged();
    });
    connect(m_recordingTable, &RowsTable::chosenChanged, this, &LeadChoice::chosenChanged);
    for (PagedModel *rows : {static_cast<PagedModel *>(&m_leads), static_cast<PagedModel *>(&m_recordings)})
        connect(rows, &PagedModel::failed, this, &LeadChoice::failed);
    m_leads.readAnew();
}

void LeadChoice::build()
{
    m_words->setPlaceholderText(tr("Name or number of the lead"));
    m_words->setAccessibleName(tr("Find a lead"));
    m_words->setMaxLength(longestName);
    m_words->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    m_leadTable->setEmptySentence(tr("No lead is called so."));
    m_recordingTable->setEmptySentence(tr("The lead has no recordings."));
    m_leadTable->setChoosesFirst(false);
    m_recordingTable->setChoosesFirst(false);
    m_recordingTable->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::small);
    column->addWidget(m_words);
    column->addWidget(m_leadTable, 1);
    column->addWidget(m_recordingTable, 1);
}

void LeadChoice::setRecordingsOffered(bool areOffered)
{
    m_recordingTable->setVisible(areOffered);
    if (areOffered && lead())
        m_recordings.readAnew();
}

const Lead *LeadChoice::lead() const
{
    return m_leads.at(m_leadTable->currentRow());
}

/// While those of another lead are still shown, none is chosen.
const Recording *LeadChoice::recording() const
{
    const Recording *chosen = m_recordingTable->isHidden() ? nullptr : m_recordings.at(m_recordingTable->currentRow());
    return chosen && lead() && chosen->leadId == lead()->id ? chosen : nullptr;
}

void LeadChoice::focusWords()
{
    m_words->setFocus();
}

} // namespace Holdfast
