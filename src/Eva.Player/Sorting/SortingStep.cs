namespace Beffroi.Eva.Player.Sorting;

/// <summary>What the line above the tray says.</summary>
public enum SortingStep
{
    Take,
    Put,

    /// <summary>A bin was chosen with nothing in hand.</summary>
    TakeFirst,

    /// <summary>The last sweet was put aside with « Je ne sais pas ».</summary>
    Aside,

    /// <summary>Training: it went with its like.</summary>
    Same,

    /// <summary>Training: it went with another kind, and is back in the tray.</summary>
    LookAgain,
}
