using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;

namespace Beffroi.Eva.FollowUp;

/// <summary>With what a person answered: a finger is not a mouse, and two results by unlike means do not compare.</summary>
public enum InputMode
{
    Unknown,
    Touch,
    MouseOrKeyboard,

    /// <summary>Now one, now the other.</summary>
    Mixed,
}

public static class InputModes
{
    /// <summary>Events that hold an answer of the measured situations.</summary>
    public static IReadOnlyList<string> Answers { get; } = [EventNames.Answered, EventNames.WordJudged];

    // One slip of the other hand in ten does not make a mixed way of answering. Ours, 2026-11.
    const double Nearly = 0.9;

    public static InputMode Of(IEnumerable<string> answers)
    {
        var means = answers.Select(data => EventData.Text(data, "moyen")).OfType<string>().ToList();
        var touched = (double)means.Count(m => m is "tactile") / means.Count;
        return touched switch { double.NaN => InputMode.Unknown, >= Nearly => InputMode.Touch, <= 1 - Nearly => InputMode.MouseOrKeyboard, _ => InputMode.Mixed };
    }

    public static string Words(InputMode mode) => mode switch
    {
        InputMode.Unknown => "moyen inconnu",
        InputMode.Touch => "au doigt",
        InputMode.MouseOrKeyboard => "à la souris ou au clavier",
        InputMode.Mixed => "tantôt au doigt, tantôt à la souris ou au clavier",
    };
}
