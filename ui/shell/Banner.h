// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace Holdfast {

class BannerRow;

/// Sentences across the top of the place, each until somebody closes it or it no longer holds. What stands comes
/// first, one below the other; below it what happened last, which takes the place of what happened before. UI thread.
class Banner : public QWidget
{
    Q_OBJECT
public:
    explicit Banner(QWidget *parent = nullptr);

    void say(const QString &sentence); ///< what happened last; empty: it counts no more
    /// What stands about that one thing, which says its sentence anew where it is another; empty: it holds no more.
    void stand(const QString &about, const QString &sentence);
    /// The same with a button, which emits taken(); it can't be closed, so that the button is in reach.
    void offer(const QString &about, const QString &sentence, const QString &deed);
    QStringList sentences() const; ///< those in sight, from the top

Q_SIGNALS:
    void taken(const QString &about); ///< what was offered about that

private:
    BannerRow &rowAbout(const QString &about);
    void fit();

    QVBoxLayout *m_column;
    QHash<QString, BannerRow *> m_standing; ///< by what they are about; owned by this widget
    BannerRow *m_last;
};

} // namespace Holdfast
