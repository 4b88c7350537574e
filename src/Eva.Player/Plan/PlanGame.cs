using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Events;
using Beffroi.Eva.Player.Games;

namespace Beffroi.Eva.Player.Plan;

/// <summary>Six exercises to take the device in hand: each is tried as often as one wants, or left.</summary>
public sealed class PlanGame : Game
{
    private readonly Queue<string> _toDo;

    public PlanGame(Play play, Journal journal)
        : base(play, journal) =>
        _toDo = new Queue<string>(Handling.Exercises.Except(play.Answered, StringComparer.Ordinal));

    public string? Exercise { get; private set; }

    /// <summary>The exercise on the screen has succeeded.</summary>
    public bool Succeeded { get; private set; }

    /// <summary>After a try: what to try now, or that all is well.</summary>
    public string? Said { get; private set; }

    public override int Number => Exercise is null ? 0 : Handling.Exercises.Index().First(e => string.Equals(e.Item, Exercise, StringComparison.Ordinal)).Index + 1;

    public override int Total => Handling.Exercises.Count;

    protected override bool HasTraining => false;

    protected override EventData? WhatIsShown => Exercise is null ? null : new EventData().With("exercice", Exercise);

    /// <summary>The ear button was pressed: that is the first exercise.</summary>
    public void Hear(Gesture gesture)
    {
        if (Exercise is Handling.Listen)
        {
            Try(Handling.Heard, gesture);
        }
    }

    /// <summary>Something was reached, chosen or typed. Told only when it is what the exercise asks: a try costs nothing.</summary>
    /// <param name="done">What was done.</param>
    /// <param name="gesture">With what and when.</param>
    /// <param name="dragged">The thing was dragged there, not taken and put down.</param>
    public void Try(string done, Gesture gesture, bool dragged = false)
    {
        if (Exercise is null || Away || Succeeded)
        {
            return;
        }

        Succeeded = Handling.Succeeds(Exercise, done);
        Said = Succeeded ? PlanWords.Praise(Exercise) : PlanWords.Hint(Exercise, done);
        if (Succeeded)
        {
            Journal.Write(
                EventNames.ExerciseDone,
                new EventData().With("exercice", Exercise).With("reponse", done).With("moyen", gesture.Means).With("geste", dragged ? "glisse" : null),
                gesture.At);
        }
    }

    public void Continue()
    {
        if (Succeeded && !Away)
        {
            ShowNext();
        }
    }

    /// <summary>Leaves the exercise: allowed at any time, and said to the server as such.</summary>
    public void Pass(Gesture gesture)
    {
        if (Exercise is null || Away || Succeeded)
        {
            return;
        }

        Journal.Write(EventNames.ExerciseDone, new EventData().With("exercice", Exercise).With("passe", true).With("moyen", gesture.Means), gesture.At);
        ShowNext();
    }

    protected override void ShowTraining() => throw new InvalidOperationException("The exercises are all training: there is none before them.");

    protected override void ShowNext()
    {
        (Exercise, Succeeded, Said) = (_toDo.TryDequeue(out var next) ? next : null, false, null);
        if (Exercise is null)
        {
            Finish();
        }
        else
        {
            Journal.Write(EventNames.ExerciseShown, WhatIsShown);
        }
    }
}
