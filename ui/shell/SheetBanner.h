// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QDialog)

namespace Holdfast {

class BannerRow;

/// What a banner offers, at the head of each sheet that is open over it too, or opens meanwhile: nobody reaches the
/// banner behind a sheet. Sheets whose parts stand in a column are meant; a dialog that chooses files has none. UI
/// thread.
class SheetBanner : public QObject
{
    Q_OBJECT
public:
    explicit SheetBanner(QWidget &view); ///< whose sheets; it outlives this

    void offer(const QString &sentence, const QString &deed); ///< empty: no more

Q_SIGNALS:
    void taken();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isOfView(const QDialog &sheet) const;
    void addTo(QDialog &sheet);

    QWidget &m_view;
    QString m_sentence;
    QString m_deed;
    QHash<QObject *, BannerRow *> m_rows; ///< by their sheets, which own them
};

} // namespace Holdfast
