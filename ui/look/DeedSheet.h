// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/WhenFinished.h"

#include <QDialog>

QT_FORWARD_DECLARE_CLASS(QFormLayout)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Holdfast {

/// What one deed means, what has to be told for it, and a button before which nothing happens. Closes once the server
/// has done it; else it says why not and stays. UI thread.
class DeedSheet : public QDialog
{
    Q_OBJECT
public:
    void reject() override; ///< not while the server is asked: one would not know what became of it

Q_SIGNALS:
    void unknown(); ///< the server gave no answer: it may have been done

protected:
    void showEvent(QShowEvent *event) override;

    DeedSheet(const QString &title, const QString &help, const QString &deed, QWidget *parent);

    QFormLayout &form() { return *m_form; }
    QLineEdit *addPasswordLine(const QString &name);
    void setHelp(const QString &sentence);
    void complain(const QString &sentence); ///< empty: nothing is wrong
    void showWhatCanBeDone();
    void begin();         ///< asks the server, and nothing can be pressed until
    void end();           ///< it has answered
    void beginAtCancel(); ///< nobody does it with one key press

    virtual QString missing() const { return {}; } ///< what is still to be told; empty: the button can be pressed
    /// Asks the server and waits for it with await(); or says with complain() what is wrong.
    virtual void carryOut() = 0;
    virtual void failed(const Failure &failure); ///< says it, or does more
    virtual QString unknownWords() const;        ///< what is said where no answer came

    /// Then, with the answer, once it is done, and closes.
    template <class T, class Then> void await(const QFuture<Result<T>> &asked, Then then)
    {
        begin();
        whenFinished(asked, this, [this, then](const Result<T> &answer) {
            if (!answer) {
                end();
                return failed(answer.error());
            }
            if constexpr (std::is_void_v<T>)
                then();
            else
                then(*answer);
            accept();
        });
    }

private:
    void build(const QString &title);
    void makeRoom();

    bool m_isAsking = false;
    bool m_saysMissing = false; ///< Enter was refused with it
    QLabel *m_title;
    QLabel *m_help;
    QFormLayout *m_form;
    QWidget *m_fields;
    QLabel *m_state;
    QPushButton *m_leave;
    QPushButton *m_run;
};

} // namespace Holdfast
