// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/DiscardWaiting.h"
#include "recordings/RecordingsModel.h"

#include <QSet>
#include <QTableView>

QT_FORWARD_DECLARE_CLASS(QMenu)

namespace Holdfast {

/// One lead's recordings, and what a person may do with each of them. Enter and a double click play; the rest is in the
/// context menu. UI thread; the session outlives it.
class RecordingsView : public QTableView
{
    Q_OBJECT
public:
    explicit RecordingsView(Session &session, QWidget *parent = nullptr);

    void setLead(LeadId lead);
    /// Whether the server has told of this lead's recordings: an empty table means nothing before it has.
    enum class Knowledge { Asked, Known, Unknown };
    void setKnowledge(Knowledge knowledge);
    QString emptySentence() const; ///< what an empty table says
    void setPlaying(const LocalRecording *recording);
    std::optional<LocalRecording> current() const;
    void playNext(int step);                      ///< the next one (1) or the one before (-1), where there is one
    void choose(const LocalRecording &recording); ///< where this lead has it, among the newest few thousand
    /// The one whose problem a person should look at: the current one, or else the first that will not go by itself.
    std::optional<LocalRecording> troubled() const;
    bool isEmpty() const { return m_model.rowCount() == 0; }

    void retry(const LocalRecording &recording);
    /// At once where the file that it was made from is there unchanged, which is looked at first; else it asks.
    void cancelSending(const LocalRecording &recording);

Q_SIGNALS:
    void playRequested(const Holdfast::LocalRecording &recording);
    void saveCopyRequested(const Holdfast::LocalRecording &recording);
    void problem(const QString &sentence);
    void troubledChanged();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layColumns();
    int widestDate() const;
    int widestState() const;
    void keepCurrentOverResets();
    void askAboutOnlyCopy(const LocalRecording &recording);
    void fillMenu(QMenu &menu, const LocalRecording &recording);

    Session &m_session;
    DiscardWaiting m_discard;
    QSet<QUuid> m_discarding; ///< of which it is looked whether another copy is there
    RecordingsModel m_model;
    std::optional<LocalRecording> m_currentBefore;
    int m_rowBefore = 0;
    int m_widestState = 0; ///< as the columns were laid
    int m_widestDate = 0;
    Knowledge m_knowledge = Knowledge::Asked;
};

} // namespace Holdfast
