// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "domain/EvidenceSubject.h"
#include "domain/Role.h"
#include "local/KeptFilters.h"
#include "review/HoldSheet.h"
#include "review/ReviewModel.h"
#include "sync/HoldOrderCalls.h"

#include <QTimer>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QAction)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Holdfast {

class KeptFiltersButton;
class ReviewFilters;
class ReviewTable;

/// The supervisors' place: all recordings of the server, filtered and ordered; why each ends when it does; playing,
/// holding, releasing and deleting them. Asks when it is shown first, and again where that failed and the server is
/// back. UI thread.
class ReviewPage : public QWidget
{
    Q_OBJECT
public:
    ReviewPage(ApiClient &api, const Clock &clock, QWidget *parent = nullptr);

    void refresh(); ///< what is shown, with what came since; nothing before it was shown first
    void goOn();    ///< the server is back
    void follow(const QList<FeedChange> &changes); ///< that the server tells of
    void followAll();                              ///< anything may have changed
    void setRole(Role role);                       ///< before it is told, as whoever may least
    void setKeptFilters(const KeptFilters &kept);
    void focusFilter();
    const Recording *current() const; ///< null where none is, or where it has not come
    void playNext(int step);
    void setPlaying(RecordingId id); ///< an invalid one: none

Q_SIGNALS:
    void playRequested(const Holdfast::Recording &recording);
    void historyRequested(Holdfast::RecordingId recording);
    void packRequested(Holdfast::EvidenceSubject subject, const QString &name);
    void copiesRequested(const QList<Holdfast::Recording> &recordings);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildFoot();
    void buildSaveMenu();
    void connectParts();
    void searchFor();
    void readNames();
    void say(const QString &sentence);
    void sayWhatIsMissing(); ///< where nothing else is wrong
    void showFound();
    void showFailure(const Failure &failure);
    QWidget *buildNews();
    void catchUp();
    void showNews();
    void showChosen();
    QString whatIsSaidOf(const Recording &recording) const;
    QString chosenSentence(qint64 count, bool allHere) const;
    void openHoldSheet(HoldSheet::Deed deed);
    void openDeleteSheet();
    void open(QDialog *sheet);
    void readAnewAfterHold();
    void requestPack(EvidenceSubject::Kind kind);

    ApiClient &m_api;
    RecordingSearchCalls m_search;
    HoldOrderCalls m_holds;
    Clock m_clock;
    ReviewModel m_model;
    bool m_wasShown = false;
    bool m_isBehind = false; ///< something changed while nobody looked
    QTimer m_countsAnew;
    bool m_hasNames = false;      ///< of agents and campaigns, or they are asked for
    bool m_isSayingOthers = true; ///< nothing is wrong with the search
    QString m_namesProblem;       ///< why not, where that is not said of the search, too
    SearchOrder m_order = SearchOrder::NewestCall;
    QStringList m_dispositions; ///< that were seen in rows

    ReviewFilters *m_filters;
    KeptFiltersButton *m_kept;
    ReviewTable *m_table;
    QLabel *m_count;
    QLabel *m_state;     ///< what is wrong, or how old it is where the server is away
    QLabel *m_newsWords; ///< that others are found by now
    QPushButton *m_showNews;
    QWidget *m_news;
    QLabel *m_which; ///< the chosen recording, or how many are chosen
    QLabel *m_why;   ///< why it ends when it does
    QPushButton *m_refresh;
    QPushButton *m_play;
    QPushButton *m_history;
    QPushButton *m_hold;
    QPushButton *m_release;
    QPushButton *m_save;
    QAction *m_packOfRecording = nullptr;
    QAction *m_packOfLead = nullptr;
    QAction *m_copies = nullptr;
    QPushButton *m_delete;
};

} // namespace Holdfast
