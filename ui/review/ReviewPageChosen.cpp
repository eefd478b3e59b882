// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Deed.h"
#include "domain/Limits.h"
#include "domain/ShownText.h"
#include "lists/ChosenFoot.h"
#include "look/Icons.h"
#include "look/Text.h"
#include "review/DeleteSheet.h"
#include "review/RetentionWords.h"
#include "review/ReviewPage.h"
#include "review/ReviewTable.h"

#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

/// What the Review place says of the chosen recordings, and does with them.
namespace Holdfast {

QWidget *ReviewPage::buildFoot()
{
    m_history->setToolTip(tr("Who heard, saved, changed or held it, and when"));
    buildSaveMenu();
    m_delete->hide();
    return chosenFoot(m_which, m_why, {m_play, m_history, m_hold, m_release, m_save, m_delete});
}

void ReviewPage::buildSaveMenu()
{
    auto *menu = new QMenu(m_save);
    m_copies = menu->addAction(tr("Copies…"), this, [this] { Q_EMIT copiesRequested(m_table->chosen()); });
    menu->addSeparator();
    m_packOfRecording = menu->addAction(tr("Evidence pack of this recording…"), this,
                                        [this] { requestPack(EvidenceSubject::Kind::Recording); });
    m_packOfLead = menu->addAction(tr("Evidence pack of all recordings of this lead…"), this,
                                   [this] { requestPack(EvidenceSubject::Kind::Lead); });
    for (QAction *action : {m_packOfRecording, m_packOfLead})
        action->setVisible(false);
    m_save->setMenu(menu);
}

void ReviewPage::setRole(Role role)
{
    m_delete->setVisible(may(role, Deed::DeleteRecording));
    for (QAction *action : {m_packOfRecording, m_packOfLead})
        action->setVisible(may(role, Deed::PackEvidence));
}

QString ReviewPage::chosenSentence(qint64 count, bool allHere) const
{
    if (count > mostHeldAtOnce)
        return tr("At most %1 can be held, released, saved or deleted at once. Choose fewer, or filter them.")
            .arg(QLocale().toString(mostHeldAtOnce));
    return allHere ? tr("Hold, release, save or delete all of them.") : tr("Their rows are on their way…");
}

QString ReviewPage::whatIsSaidOf(const Recording &recording) const
{
    const QString ends = retentionWords(recording, m_clock());
    return recording.hasFile() ? ends : tr("No file: it was taken over without one.") + QLatin1Char(' ') + ends;
}

void ReviewPage::showChosen()
{
    const qint64 count = m_table->chosenCount();
    const bool few = count <= mostHeldAtOnce;
    const QList<RowRange> rows = few && count > 1 ? m_table->chosenRows() : QList<RowRange>();
    m_model.need(rows);
    const bool allHere = std::ranges::all_of(rows, [this](const RowRange &range) { return m_model.hasAll(range); });
    const Recording *recording = current();
    const bool one = count == 1 && recording;
    const bool isGone = recording && m_model.isGone(recording->id);
    const bool someGone = m_model.goneCount() > 0 && few && (count > 1 ? m_table->hasGone() : isGone);
    m_play->setEnabled(recording && !isGone && recording->hasFile());
    m_history->setEnabled(one);
    for (QPushButton *button : {m_hold, m_release, m_save, m_delete})
        button->setEnabled(!someGone && (one || (count > 1 && few && allHere)));
    for (QAction *action : {m_packOfRecording, m_packOfLead})
        action->setEnabled(one);
    m_which->setText(count > 1 ? tr("%1 chosen").arg(QLocale().toString(count))
                     : one ? tr("%1 · %2").arg(shownOnOneLine(recording->leadName), dateTimeText(recording->callDate))
                           : QString());
    m_why->setText(count > 1 && someGone ? tr("Some of them were deleted meanwhile. Choose others.")
                   : count > 1           ? chosenSentence(count, allHere)
                   : one && isGone       ? tr("It was deleted meanwhile. Its history stays in the audit log.")
                   : one                 ? whatIsSaidOf(*recording)
                                         : tr("Choose a recording to see when it ends, and why then."));
}

void ReviewPage::requestPack(EvidenceSubject::Kind kind)
{
    const Recording *recording = current();
    if (!recording)
        return;
    if (kind == EvidenceSubject::Kind::Lead)
        Q_EMIT packRequested({kind, recording->leadId.value}, recording->leadName);
    else
        Q_EMIT packRequested({kind, recording->id.value},
                             tr("%1 · %2").arg(shownOnOneLine(recording->leadName), dateTimeText(recording->callDate)));
}

void ReviewPage::openHoldSheet(HoldSheet::Deed deed)
{
    const QList<Recording> chosen = m_table->chosen();
    if (chosen.isEmpty() || chosen.size() != m_table->chosenCount())
        return;
    auto *sheet = new HoldSheet(deed, chosen, m_holds, m_clock, this);
    connect(sheet, &HoldSheet::carriedOut, this, &ReviewPage::readAnewAfterHold);
    open(sheet);
}

void ReviewPage::openDeleteSheet()
{
    const QList<Recording> chosen = m_table->chosen();
    if (chosen.isEmpty() || chosen.size() != m_table->chosenCount())
        return;
    auto *sheet = new DeleteSheet(chosen, m_api, this);
    connect(sheet, &DeleteSheet::carriedOut, this, &ReviewPage::refresh);
    open(sheet);
}

void ReviewPage::open(QDialog *sheet)
{
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &QDialog::finished, m_table, [this] { m_table->setFocus(); }); // the keys go on from there
    sheet->open();
}

/// A search that asks for holds finds others now.
void ReviewPage::readAnewAfterHold()
{
    if (m_model.terms().complianceHold)
        m_model.searchAgain();
    else
        m_model.readShownAnew();
}

} // namespace Holdfast
