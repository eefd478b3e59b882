// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "lists/PagedRows.h"
#include "sync/HoldCalls.h"

#include <QDialog>

#include <memory>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Holdfast {

/// Releasing holds, or deciding about a release that was asked for. First it shows what would happen: which recordings
/// would go free, until when each rests, and what a sweep would take; only then it can be done. UI thread.
class ReleaseSheet : public QDialog
{
    Q_OBJECT
public:
    /// At most mostHeldAtOnce holds; `words` say which.
    ReleaseSheet(const QList<HoldId> &holds, const QString &words, HoldCalls calls, const Clock &clock,
                 QWidget *parent = nullptr);
    /// Decides: yes and no are another's, to take it back is the asker's own.
    ReleaseSheet(const ReleaseRequest &request, const QString &words, UserId me, HoldCalls calls, const Clock &clock,
                 QWidget *parent = nullptr);

    void reject() override; ///< not while the server is asked: one would not know what became of it

Q_SIGNALS:
    void done(); ///< something may have changed on the server

private:
    using Freed = ReleaseEffects::Freed;
    using Rows = PagedRows<Freed>;
    ReleaseSheet(const QList<HoldId> &holds, HoldCalls calls, const Clock &clock, QWidget *parent);
    void build(const QString &title, const QString &words);
    void showPreview();
    void showWhatCanBeDone();
    void release();
    void decide(ReleaseRequestState decision);
    void tell(const QList<ReleaseOutcome> &outcomes);
    void failed(const Failure &failure);
    void beginAsking();

    QList<HoldId> m_holds;
    std::optional<ReleaseRequest> m_request;
    HoldCalls m_calls;
    std::shared_ptr<std::optional<ReleaseEffects::Totals>> m_totals; ///< answers outlive the sheet
    std::shared_ptr<RecordingId> m_next;                             ///< behind which the next page begins
    Rows m_rows;
    bool m_isDoing = false;
    bool m_isDone = false;
    QLabel *m_preview;
    QLabel *m_state;
    QLineEdit *m_reason;
    QLabel *m_reasonWord;
    QPushButton *m_yes;
    QPushButton *m_no;
    QPushButton *m_leave;
};

} // namespace Holdfast
