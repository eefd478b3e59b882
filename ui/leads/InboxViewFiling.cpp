// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ShownText.h"
#include "domain/WhenFinished.h"
#include "leads/InboxView.h"
#include "leads/LeadFinder.h"
#include "look/Text.h"

#include <QPushButton>
#include <QStyle>

/// What InboxView files, and where.
namespace Holdfast {

namespace {

constexpr int widestName = 240; ///< on a button

void makePrimary(QPushButton &button, bool isPrimary)
{
    if (button.property("primary").toBool() == isPrimary)
        return;
    button.setProperty("primary", isPrimary);
    button.style()->unpolish(&button); // a style sheet looks at properties only then
    button.style()->polish(&button);
}

} // namespace

/// Of what is chosen: those that can be filed at all, or those of them whose lead is known.
QList<InboxEntry> InboxView::entriesToFile(bool onlySuggested) const
{
    QList<InboxEntry> entries;
    for (const int row : selectedRows())
        if (m_model.at(row).problem.isEmpty() && (!onlySuggested || m_model.leadOf(row)))
            entries.append(m_model.at(row));
    return entries;
}

/// The button says what it does: how many go where.
void InboxView::showTarget()
{
    const qsizetype there = entriesThereAlready().size();
    QStringList names;
    for (const int row : selectedRows())
        if (const auto lead = m_model.leadOf(row);
            lead && m_model.at(row).problem.isEmpty() && !m_model.isThereAlready(row))
            names.append(shownOnOneLine(lead->name));
    const std::optional<Lead> other = m_otherLead->found();
    if (other)
        names = QStringList(entriesToFile(false).size() - there, shownOnOneLine(other->name));
    const auto count = static_cast<int>(names.size());
    const bool isOneLead = count > 0 && names.count(names.constFirst()) == count;
    const QString name = count > 0 ? names.constFirst() : QString();
    const QString shown = fontMetrics().elidedText(name, Qt::ElideRight, widestName);
    m_againButton->setVisible(there > 0);
    const bool isAllThere = there > 0 && count == 0;
    if (isAllThere && m_fileButton->hasFocus())
        m_dismissButton->setFocus();
    m_fileButton->setVisible(m_model.rowCount() > 0 && !isAllThere);
    makePrimary(*m_dismissButton, isAllThere);
    m_fileButton->setEnabled(count > 0);
    m_fileButton->setText(count == 0   ? tr("File it")
                          : !isOneLead ? tr("File %n recording(s)", nullptr, count)
                          : count == 1 ? tr("File to %1").arg(shown)
                                       : tr("File %n recording(s) to %1", nullptr, count).arg(shown));
    m_fileButton->setToolTip(count == 0  ? tr("Type above to which lead it belongs")
                             : isOneLead ? tr("To %1 (Enter)").arg(name)
                                         : tr("Each to the lead that is suggested for it (Enter)"));
}

void InboxView::fileThere()
{
    if (const std::optional<Lead> other = m_otherLead->found())
        fileTo(other->id);
    else
        fileToSuggested();
}

void InboxView::fileAgain()
{
    const std::optional<Lead> other = m_otherLead->found();
    const QList<InboxEntry> entries = entriesThereAlready();
    leaveOtherLead();
    file(entries, other ? std::optional(other->id) : std::nullopt, FileFromInbox::Twins::AreFiledAgain);
}

/// Where that can't be read now, it is said when the file is filed.
bool InboxView::has(LeadId lead, const InboxEntry &entry) const
{
    const auto earlier = m_store.earlierCopy(lead, entry.sha256);
    return !entry.sha256.isEmpty() && earlier && *earlier;
}

QList<InboxEntry> InboxView::entriesThereAlready() const
{
    QList<InboxEntry> entries;
    const std::optional<Lead> other = m_otherLead->found();
    for (const int row : selectedRows()) {
        const InboxEntry &entry = m_model.at(row);
        if (!entry.problem.isEmpty())
            continue;
        if (other ? has(other->id, entry) : m_model.isThereAlready(row))
            entries.append(entry);
    }
    return entries;
}

void InboxView::fileToSuggested()
{
    const QList<InboxEntry> entries = entriesToFile(true);
    if (!entries.isEmpty())
        file(entries, std::nullopt);
    else if (!selectedRows().isEmpty())
        m_otherLead->setFocus(); // a person has to say which
}

void InboxView::fileTo(LeadId lead)
{
    const QList<InboxEntry> entries = entriesToFile(false);
    leaveOtherLead();
    file(entries, lead);
}

void InboxView::file(const QList<InboxEntry> &entries, std::optional<LeadId> lead, FileFromInbox::Twins twins)
{
    if (m_filing > 0 || entries.isEmpty())
        return;
    ++m_filing;
    m_refused.clear();
    whenFinished(m_file.file(entries, lead, {}, twins), this, [this](const AttachRecordings::Attached &attached) {
        --m_filing;
        QStringList sentences;
        for (const Inspected &file : attached.refused)
            sentences.append(QStringLiteral("%1: %2").arg(ltr(file.name), file.warning()));
        m_refused = sentences.join(u'\n');
        showState();
    });
}

} // namespace Holdfast
