// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "sync/AuditCalls.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QTimer>

namespace Holdfast {

enum class AuditColumn { When, Who, What, About, Outcome, Address };
inline constexpr int auditPlaceColumns = 6;

/// What a filter finds in the audit log, newest first, a row each. Older entries come as one goes down; of those that
/// came, only the pages that were looked at last are here, and the others come again when they are looked at: besides
/// them each page costs its cursor. Entries don't change, so a page that comes again is the same. UI thread.
class AuditModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int pageRows = 200;
    static constexpr int mostPages = 30; ///< that are kept

    AuditModel(AuditCalls calls, Clock clock, QObject *parent = nullptr);

    /// Shown is what was found before until the answer is here; then searched() or failed() tells.
    void search(const AuditTerms &terms);
    void searchAgain();             ///< the same, with what came since
    void goOn();                    ///< what failed before is tried again; nothing where nothing did
    void look(int first, int last); ///< these rows are in sight

    const AuditTerms &terms() const { return m_terms; }
    bool isSearching() const { return m_isSearching; }
    bool isWhole() const { return m_readAt.isValid() && !m_hasMore; } ///< the oldest that there is has come
    QDateTime readAt() const { return m_readAt; }                     ///< invalid before the first answer
    const AuditEntry *at(int row) const;                              ///< null where it has not come
    int pagesHere() const { return static_cast<int>(m_pages.size()); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void searched();                    ///< the rows are those of another search
    void pageCame(int first, int last); ///< rows
    /// What was here stays. Throttled goes on by itself; everything else waits for goOn() or another search.
    void failed(const Holdfast::Failure &failure);

private:
    void begin();
    void fetchNext();
    int nextPage() const; ///< -1 where none is wanted
    void fetch(int number);
    void take(const AuditCalls::Page &page, int number);
    void stop(const Failure &failure);
    void dropFarPages();
    QString text(const AuditEntry &entry, AuditColumn column) const;

    AuditCalls m_calls;
    Clock m_clock;
    AuditTerms m_terms;
    AuditTerms m_shownTerms; ///< of the rows that are here
    bool m_isSearching = false;
    int m_turn = 0; ///< answers to earlier searches count no more
    QDateTime m_readAt;
    QStringList m_cursors; ///< with which each page that is known of begins
    int m_rows = 0;
    bool m_hasMore = false;
    bool m_wantsMore = false;
    QHash<int, QList<AuditEntry>> m_pages; ///< by their number
    QList<int> m_use;                      ///< the numbers of those, the least lately looked at first
    int m_lookFirst = 0;
    int m_lookLast = -1;
    int m_fetching = -1; ///< the page that is on its way; one at a time, so that only what is looked at is asked for
    bool m_isStopped = false;
    QTimer m_again; ///< until the server is asked again after it was asked too often
};

} // namespace Holdfast
