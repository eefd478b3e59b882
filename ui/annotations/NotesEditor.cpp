// SPDX-License-Identifier: GPL-3.0-or-later
#include "annotations/NotesEditor.h"

#include "local/RecordingKey.h"
#include "look/Spacing.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace Holdfast {

namespace {

constexpr std::chrono::milliseconds keptAfter{400};

} // namespace

NotesEditor::NotesEditor(Annotate &annotate, QWidget *parent)
    : QWidget(parent)
    , m_annotate(annotate)
{
    m_text = new QPlainTextEdit(this);
    m_text->setAccessibleName(tr("Notes"));
    m_text->setPlaceholderText(tr("Notes on this recording, kept as you type"));
    m_text->setTabChangesFocus(true);
    setFocusProxy(m_text);
    m_state = new QLabel(this);
    m_state->setWordWrap(true);
    m_state->setProperty("muted", true);
    m_theirs = new QPlainTextEdit(this);
    m_theirs->setAccessibleName(tr("What somebody else wrote"));
    m_theirs->setReadOnly(true);
    m_theirs->setTabChangesFocus(true);
    auto *mine = new QPushButton(tr("Keep mine"), this);
    auto *other = new QPushButton(tr("Take theirs"), this);
    auto *both = new QPushButton(tr("Keep both"), this);
    m_typed.setSingleShot(true);
    m_typed.setInterval(keptAfter);

    m_conflict = new QWidget(this);
    auto *buttons = new QHBoxLayout(m_conflict);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(Space::hair);
    buttons->addStretch();
    for (QPushButton *button : {both, mine, other})
        buttons->addWidget(button);
    auto *texts = new QHBoxLayout;
    texts->setSpacing(Space::small);
    texts->addWidget(m_text, 1);
    texts->addWidget(m_theirs, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::hair);
    column->addLayout(texts, 1);
    column->addWidget(m_conflict);
    column->addWidget(m_state);

    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (m_conflict->isHidden())
            m_state->setText(QStringLiteral(" ")); // what it said was of the text before
        if (!m_typed.isActive())                   // whoever types on and on is kept, too
            m_typed.start();
    });
    connect(&m_typed, &QTimer::timeout, this, &NotesEditor::keepTyped);
    connect(mine, &QPushButton::clicked, this, [this] { decide(m_text->toPlainText()); });
    connect(other, &QPushButton::clicked, this, [this] { decide(m_theirs->toPlainText()); });
    connect(both, &QPushButton::clicked, this,
            [this] { decide(m_theirs->toPlainText() + QStringLiteral("\n\n") + m_text->toPlainText()); });
    connect(&m_annotate, &Annotate::writtenChanged, this, [this](const QString &key) {
        if (m_recording && recordingKey(*m_recording) == key && !m_typed.isActive())
            reload();
    });
    show(std::nullopt);
}

void NotesEditor::finishWriting()
{
    if (m_typed.isActive())
        keepTyped();
}

void NotesEditor::show(const std::optional<LocalRecording> &recording)
{
    finishWriting();
    m_recording = recording;
    setEnabled(recording.has_value());
    reload();
}

void NotesEditor::reload()
{
    const Result<Annotate::Written> notes =
        m_recording ? m_annotate.written(*m_recording, RecordingField::Notes) : Annotate::Written{};
    if (!notes) {
        Q_EMIT problem(notes.error().message);
        return;
    }
    if (m_text->toPlainText() != notes->text) {
        const QSignalBlocker quiet(m_text);
        m_text->setPlainText(notes->text);
        m_text->moveCursor(QTextCursor::End); // who writes on writes behind it
    }
    m_over = notes->text;
    showState(*notes);
}

void NotesEditor::showState(const Annotate::Written &notes)
{
    m_conflict->setVisible(notes.theirs.has_value());
    m_theirs->setVisible(notes.theirs.has_value());
    if (notes.theirs)
        m_theirs->setPlainText(*notes.theirs);
    if (!m_recording)
        m_state->clear();
    else if (notes.theirs)
        m_state->setText(tr("Somebody else changed these notes meanwhile: yours are on the left, theirs on the right. "
                            "Neither is lost; choose what shall stay."));
    else if (!notes.problem.isEmpty())
        m_state->setText(notes.problem);
    else if (notes.isWaiting)
        m_state->setText(tr("Kept on this computer; sent as soon as the server can be reached."));
    else
        m_state->setText(notes.text.isEmpty() ? QString() : tr("The server has these notes."));
    m_state->setVisible(!m_state->text().isEmpty());
}

void NotesEditor::keepTyped()
{
    m_typed.stop();
    if (!m_recording)
        return;
    const QString text = m_text->toPlainText();
    if (const Done kept = m_annotate.write(*m_recording, RecordingField::Notes, text, m_over); !kept)
        Q_EMIT problem(kept.error().message);
    else
        m_over = text;
}

void NotesEditor::decide(const QString &text)
{
    m_typed.stop();
    if (!m_recording)
        return;
    if (const Done decided = m_annotate.decide(*m_recording, RecordingField::Notes, text); !decided)
        Q_EMIT problem(decided.error().message);
}

} // namespace Holdfast
