// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace Holdfast {

/// A table of whole rows, one line each, that lays out its columns itself and never scrolls sideways. What derives from
/// it says how wide they are. UI thread; the model outlives it.
class LinesTable : public QTableView
{
    Q_OBJECT
public:
    /// The name is for those who can't see it. The height is that of a line, in device-independent pixels.
    LinesTable(QAbstractItemModel &model, const QString &name, int lineHeight, QWidget *parent);

    void setEmptySentence(const QString &sentence); ///< what a table without rows says

protected:
    virtual void layColumns() = 0;
    virtual void sightChanged() {} ///< other rows are in sight than before
    virtual QString emptySentence() const { return m_emptySentence; }

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    QString m_emptySentence;
};

} // namespace Holdfast
