// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/LinesTable.h"
#include "review/ReviewModel.h"

namespace Holdfast {

/// The table of the Review place. Enter and a double click play; a click on Date or Length orders by it. Where the same
/// search is read anew, it stays where it is scrolled to, and the chosen recording stays chosen where it is still
/// there; so do several where all of them are among the rows that came with it. UI thread; the model outlives it.
class ReviewTable : public LinesTable
{
    Q_OBJECT
public:
    explicit ReviewTable(ReviewModel &model, QWidget *parent = nullptr);

    const Recording *current() const;   ///< null where none is, or where it has not come
    void playNext(int step);            ///< the next one (1) or the one before (-1), where there is one
    QList<RowRange> chosenRows() const; ///< from above to below
    qint64 chosenCount() const;
    QList<Recording> chosen() const; ///< those of them that are here
    bool hasGone() const;            ///< whether some of those were deleted
    void beginAtTop();               ///< once the next rows are here: they are of another search

    void keyboardSearch(const QString &typed) override; ///< not through a million rows: that is what the filters do

Q_SIGNALS:
    void playRequested(const Holdfast::Recording &recording);
    void chosenChanged();
    void orderAsked(Holdfast::SearchOrder order);

protected:
    void layColumns() override;
    void sightChanged() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void keepPlaceOverResets();
    void notePlace();
    void chooseAgain();
    void orderBy(int column);
    void showOrder();
    void playAwaited();

    ReviewModel &m_model;
    bool m_beginsAtTop = true;
    RecordingId m_currentBefore;
    QList<RecordingId> m_chosenBefore; ///< where there are several, and all are here
    int m_rowBefore = 0;
    int m_scrolledBefore = 0;
    int m_awaited = -1; ///< the row that is to be played once it is here
};

} // namespace Holdfast
