// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "sync/RecordingSearchCalls.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>
#include <QTimer>

namespace Holdfast {

enum class ReviewColumn { Date, Length, Lead, Agent, Campaign, Disposition, Note, Ends, Hold };
inline constexpr int reviewColumns = 9;

/// A range of rows, both ends included.
struct RowRange
{
    int first = 0;
    int last = -1;

    friend bool operator==(const RowRange &, const RowRange &) = default;
};

/// What a search finds among all the recordings of the server, a row each. Only the pages that are looked at, and a few
/// of those from before, are here: a million rows cost what a thousand do. What is stored after the search began is not
/// among them, so that no row changes its place by it; where one does nevertheless, the whole is read anew, and what is
/// in sight with it. What the server tells of meanwhile shows in the rows; one that is gone keeps its row until the
/// next search. UI thread.
class ReviewModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        HereRole = Qt::UserRole, ///< bool: the row has come
    };
    static constexpr int pageRows = 100;
    static constexpr int mostPages = 40;        ///< that are kept, but for those that are needed
    static constexpr int mostRows = 10'000'000; ///< that a table can show; a search that finds more is to be narrowed

    ReviewModel(RecordingSearchCalls calls, Clock clock, QObject *parent = nullptr);

    /// Shown is what was found before until the answer is here; then searched() or failed() tells.
    void search(const SearchTerms &terms);
    void searchAgain();   ///< the same, with what came since
    void readShownAnew(); ///< the rows stay and are compared with the server: something was done to them
    void follow(const QList<FeedChange> &changes); ///< rows take what they are now where they stand
    void recount();                                ///< asks how many there are by now; the rows stay
    void goOn();                                   ///< what failed before is tried again; nothing where nothing did
    void look(RowRange at);                        ///< these are in sight: they come first
    void need(QList<RowRange> rows);               ///< these are to be here, too, and to stay, until others are
    bool hasAll(RowRange rows) const;

    const SearchTerms &terms() const { return m_terms; }
    bool isSearching() const { return m_isSearching; }
    qint64 total() const { return m_total; }       ///< found, be it more than there are rows
    qint64 totalNow() const { return m_totalNow; } ///< as of the last recount
    int goneCount() const { return static_cast<int>(m_gone.size()); }
    bool isGone(RecordingId id) const { return m_gone.contains(id); } ///< deleted since it was read; its row stays
    QDateTime readAt() const { return m_readAt; }                     ///< invalid before the first answer
    const Recording *at(int row) const;                               ///< null where it has not come
    int rowOf(RecordingId id) const;                                  ///< among those that are here; -1 where it is not
    int pagesHere() const { return static_cast<int>(m_pages.size()); }
    QList<Recording> latestPage() const; ///< of those that are here, the one that came last
    void setPlaying(RecordingId id);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void searched();                    ///< the rows are those of another search, or have moved
    void pageCame(int first, int last); ///< rows
    void newsCame();                    ///< rows are gone, or it is counted anew
    /// What was here stays. Throttled goes on by itself; everything else waits for goOn() or another search.
    void failed(const Holdfast::Failure &failure);

private:
    using Pages = QHash<int, QList<Recording>>; ///< by their number
    void begin();
    void take(const RecordingSearchCalls::Page &page, int number);
    QList<int> pagesInSight(qint64 total) const; ///< but for the first
    void fetchSight(const RecordingSearchCalls::Page &first, Pages here, QList<int> left);
    void start(const RecordingSearchCalls::Page &first, const Pages &sight);
    bool takeOver(Recording &recording, const QHash<qint64, FeedChange> &changes, const QHash<LeadId, QString> &names);
    void fetchNext();
    int nextPage() const; ///< -1 where none is wanted
    void fetch(int number);
    void stop(const Failure &failure);
    void keepPage(int number, const QList<Recording> &recordings);
    void dropFarPages();
    QVariant cell(const Recording &recording, ReviewColumn column, int role) const;
    QString text(const Recording &recording, ReviewColumn column) const;

    RecordingSearchCalls m_calls;
    Clock m_clock;
    SearchTerms m_terms;
    SearchTerms m_bound; ///< the same, ending where the search began
    bool m_isSearching = false;
    bool m_isOther = true; ///< the search, than the one before
    int m_turn = 0;        ///< answers to earlier searches count no more
    qint64 m_total = 0;
    qint64 m_totalNow = 0;
    bool m_isCounting = false;
    QSet<RecordingId> m_gone; ///< of those that are here
    QDateTime m_readAt;
    Pages m_pages;
    QList<int> m_use;  ///< the numbers of those, the least lately looked at first
    QSet<int> m_stale; ///< shown, and to be asked for again
    RowRange m_look;
    QList<RowRange> m_needed;
    int m_fetching = -1; ///< the page that is on its way; one at a time, so that only what is looked at is asked for
    bool m_isStopped = false; ///< something failed, and nothing is asked for before goOn()
    QTimer m_again;           ///< until the server is asked again after it could not answer
    RecordingId m_playing;
};

} // namespace Holdfast
