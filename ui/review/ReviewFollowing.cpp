// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/WhenFinished.h"
#include "review/ReviewModel.h"

#include <utility>

/// How ReviewModel follows what others do on the server: nothing moves under whoever reads.
namespace Holdfast {

void ReviewModel::follow(const QList<FeedChange> &changes)
{
    QHash<qint64, FeedChange> recordings;
    QHash<LeadId, QString> names;
    for (const FeedChange &change : changes) {
        if (change.kind == FeedChange::Kind::Recording)
            recordings.insert(change.id, change);
        else if (change.kind == FeedChange::Kind::Lead && change.lead)
            names.insert(change.lead->id, change.lead->name);
    }
    if (recordings.isEmpty() && names.isEmpty())
        return;
    const int goneBefore = goneCount();
    for (auto page = m_pages.begin(); page != m_pages.end(); ++page)
        for (int place = 0; place < page->size(); ++place)
            if (takeOver((*page)[place], recordings, names)) {
                const int row = page.key() * pageRows + place;
                Q_EMIT dataChanged(index(row, 0), index(row, reviewColumns - 1));
            }
    if (goneCount() != goneBefore)
        Q_EMIT newsCame();
}

bool ReviewModel::takeOver(Recording &recording, const QHash<qint64, FeedChange> &changes,
                           const QHash<LeadId, QString> &names)
{
    const auto change = changes.constFind(recording.id.value);
    if (change != changes.cend() && change->gone) {
        m_gone.insert(recording.id);
        return true;
    }
    const Recording before = recording;
    if (change != changes.cend() && change->recording)
        recording = *change->recording;
    if (const auto name = names.constFind(recording.leadId); name != names.cend())
        recording.leadName = *name;
    return recording != before;
}

/// Where it fails, what is asked next says so.
void ReviewModel::recount()
{
    if (m_isSearching || std::exchange(m_isCounting, true))
        return;
    whenFinished(m_calls.page(m_terms, 0, 1), this,
                 [this, turn = m_turn](const Result<RecordingSearchCalls::Page> &page) {
                     m_isCounting = false;
                     if (turn != m_turn || !page || page->total == m_totalNow)
                         return;
                     m_totalNow = page->total;
                     Q_EMIT newsCame();
                 });
}

QList<int> ReviewModel::pagesInSight(qint64 total) const
{
    QList<int> numbers;
    for (const int number : {m_look.first / pageRows, m_look.last / pageRows})
        if (number > 0 && qint64{number} * pageRows < total && !numbers.contains(number))
            numbers.append(number);
    return numbers;
}

/// What is looked at is here again when the rows begin anew, so that nobody sees them go.
void ReviewModel::fetchSight(const RecordingSearchCalls::Page &first, Pages here, QList<int> left)
{
    if (left.isEmpty())
        return start(first, here);
    const int number = left.takeFirst();
    whenFinished(m_calls.page(m_bound, qint64{number} * pageRows, pageRows), this,
                 [=, this, turn = m_turn](const Result<RecordingSearchCalls::Page> &page) {
                     if (turn != m_turn)
                         return;
                     if (!page)
                         return stop(page.error());
                     Pages more = here;
                     if (page->total == first.total) // else it is asked for again, as one that is missing
                         more.insert(number, page->recordings);
                     fetchSight(first, more, left);
                 });
}

} // namespace Holdfast
