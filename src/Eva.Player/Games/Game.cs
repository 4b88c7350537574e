using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Events;

namespace Beffroi.Eva.Player.Games;

/// <summary>What all games share: instruction, training, pauses, help. Each act writes its event.</summary>
public abstract class Game(Play play, Journal journal)
{
    public Play Play { get; } = play;

    public Phase Phase { get; protected set; } = Phase.Instruction;

    public bool Paused { get; private set; }

    public bool HelpOpen { get; private set; }

    /// <summary>Something hides the game: nothing done meanwhile is an answer.</summary>
    protected bool Away => Paused || HelpOpen;

    /// <summary>The person comes back to a play begun earlier.</summary>
    public bool ComesBack { get; } = play.NextPosition > 0;

    /// <summary>The language in which the instructions of this play are read; null while none was chosen.</summary>
    public string? Language { get; private set; }

    /// <summary>Told when a training answer is right. In the game nothing tells right from wrong.</summary>
    public Action? TriedWell { get; set; }

    /// <summary>The number of the thing shown, from 1, within <see cref="Total"/>; 0 when none is.</summary>
    public abstract int Number { get; }

    public abstract int Total { get; }

    protected Journal Journal { get; } = journal;

    /// <summary>Names what is on the screen in an event: the question or the word, if any.</summary>
    protected abstract EventData? WhatIsShown { get; }

    protected abstract bool HasTraining { get; }

    /// <summary>Leaves the instruction: to the training the first time, straight to the game after a resume.</summary>
    public void Begin()
    {
        if (ComesBack)
        {
            Journal.Write(EventNames.Resumed);
        }

        if (Language is not null)
        {
            TellLanguage();
        }

        if (Play.TrainingDone)
        {
            StartPlaying();
        }
        else if (!HasTraining)
        {
            StartGame();
        }
        else
        {
            Journal.Write(EventNames.TrainingStarted);
            Phase = Phase.Training;
            ShowTraining();
        }
    }

    /// <summary>The training is over and the person is ready.</summary>
    public void StartGame()
    {
        Journal.Write(EventNames.Started);
        StartPlaying();
    }

    /// <summary>The person reads instructions in this language from now on. Before the first one is left, that is told when it is.</summary>
    public void ReadIn(string language)
    {
        Language = language;
        if (Phase is not (Phase.Instruction or Phase.Finished))
        {
            TellLanguage();
        }
    }

    public virtual void ReplayInstruction() => Journal.Write(EventNames.InstructionReplayed, WhatIsShown);

    /// <summary>The help panel hides the game until it is closed.</summary>
    public void AskHelp()
    {
        HelpOpen = true;
        Journal.Write(EventNames.HelpAsked, WhatIsShown);
    }

    public virtual void CloseHelp() => HelpOpen = false;

    public virtual void Pause()
    {
        if (!Paused)
        {
            Paused = true;
            Journal.Write(EventNames.Paused, WhatIsShown);
        }
    }

    public virtual void Resume()
    {
        if (Paused)
        {
            Paused = false;
            Journal.Write(EventNames.Resumed, WhatIsShown);
        }
    }

    /// <summary>The page lost the person's attention, or has it back.</summary>
    public virtual void Look(bool visible) => Journal.Write(EventNames.VisibilityChanged, new EventData().With("visible", visible));

    protected void PraiseTry()
    {
        if (Phase == Phase.Training)
        {
            TriedWell?.Invoke();
        }
    }

    protected void Finish()
    {
        Phase = Phase.Finished;
        Journal.Write(EventNames.Finished);
    }

    protected abstract void ShowTraining();

    /// <summary>Shows the next thing not answered yet, or finishes.</summary>
    protected abstract void ShowNext();

    private void TellLanguage() => Journal.Write(EventNames.LanguageChosen, new EventData().With("langue", Language));

    private void StartPlaying()
    {
        Phase = Phase.Playing;
        ShowNext();
    }
}
