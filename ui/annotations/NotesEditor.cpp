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

#include <functional>

namespace Holdfast {

namespace {

constexpr std::chrono::milliseconds keptAfter{400};

} // namespace

NotesEditor::NotesEditor(Annotate &annotate, QWidget *parent)
    : QWidget(parent)
    , m_annotate(annotate)
{
    m_typed.setSingleShot(true);
    m_typed.setInterval(keptAfter);
    build();
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isAsking)
            m_state->setText(QStringLiteral(" ")); // what it said was of the text before
        if (!m_typed.isActive())                   // whoever types on and on is kept, too
            m_typed.start();
    });
    connect(&m_typed, &QTimer::timeout, this, &NotesEditor::keepTyped);
    connect(&m_annotate, &Annotate::writtenChanged, this, [this](const QString &key) {
        if (m_recording && recordingKey(*m_recording) == key && !m_typed.isActive())
            reload();
    });
    show(std::nullopt);
}

void NotesEditor::build()
{
    m_question = new QLabel(tr("Somebody else changed these notes meanwhile, too. Neither text is lost: choose what "
                               "shall stay."),
                            this);
    m_question->setWordWrap(true);
    m_mine = new QLabel(tr("Yours"), this);
    m_text = new QPlainTextEdit(this);
    m_text->setAccessibleName(tr("Notes"));
    m_text->setPlaceholderText(tr("Notes on this recording, kept as you type"));
    m_text->setTabChangesFocus(true);
    setFocusProxy(m_text);
    auto *myColumn = new QVBoxLayout;
    myColumn->setSpacing(0);
    myColumn->addWidget(m_mine);
    myColumn->addWidget(m_text, 1);
    m_theirPart = new QWidget(this);
    auto *whose = new QLabel(tr("Theirs"), m_theirPart);
    m_theirs = new QPlainTextEdit(m_theirPart);
    m_theirs->setAccessibleName(tr("What somebody else wrote"));
    m_theirs->setReadOnly(true);
    m_theirs->setTabChangesFocus(true);
    auto *theirColumn = new QVBoxLayout(m_theirPart);
    theirColumn->setContentsMargins(0, 0, 0, 0);
    theirColumn->setSpacing(0);
    theirColumn->addWidget(whose);
    theirColumn->addWidget(m_theirs, 1);
    for (QLabel *label : {m_mine, whose})
        label->setProperty("muted", true);
    m_state = new QLabel(this);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setProperty("muted", true);
    buildChoices();

    auto *texts = new QHBoxLayout;
    texts->setSpacing(Space::small);
    texts->addLayout(myColumn, 1);
    texts->addWidget(m_theirPart, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::hair);
    column->addWidget(m_question);
    column->addLayout(texts, 1);
    column->addWidget(m_choices);
    column->addWidget(m_state);
}

void NotesEditor::buildChoices()
{
    m_choices = new QWidget(this);
    auto *row = new QHBoxLayout(m_choices);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::hair);
    row->addStretch();
    const auto add = [&](const QString &words, const std::function<QString()> &stays) {
        auto *button = new QPushButton(words, m_choices);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, stays] { decide(stays()); });
    };
    add(tr("Keep both"), [this] { return m_theirs->toPlainText() + QStringLiteral("\n\n") + m_text->toPlainText(); });
    add(tr("Keep mine"), [this] { return m_text->toPlainText(); });
    add(tr("Take theirs"), [this] { return m_theirs->toPlainText(); });
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
    m_isAsking = notes.theirs.has_value();
    m_needsPerson = m_isAsking || !notes.problem.isEmpty();
    for (QWidget *part : {static_cast<QWidget *>(m_question), static_cast<QWidget *>(m_mine), m_theirPart, m_choices})
        part->setVisible(m_isAsking);
    if (notes.theirs)
        m_theirs->setPlainText(*notes.theirs);
    if (!m_recording || m_isAsking)
        m_state->clear();
    else if (!notes.problem.isEmpty())
        m_state->setText(notes.problem);
    else if (notes.isWaiting)
        m_state->setText(tr("Kept on this computer; sent as soon as the server can be reached."));
    else
        m_state->setText(notes.text.isEmpty() ? QString() : tr("The server has these notes."));
    m_state->setVisible(!m_state->text().isEmpty());
    Q_EMIT stateChanged();
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
    m_text->setFocus(); // the buttons go
    if (!m_recording)
        return;
    if (const Done decided = m_annotate.decide(*m_recording, RecordingField::Notes, text); !decided)
        Q_EMIT problem(decided.error().message);
}

} // namespace Holdfast
