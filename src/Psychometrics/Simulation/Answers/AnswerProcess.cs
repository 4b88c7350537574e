namespace Beffroi.Psychometrics;

/// <summary>How simulated people answer, besides what their ability and the items say. The defaults: they follow the model exactly.</summary>
public sealed record AnswerProcess
{
    /// <summary>Answers follow the model exactly.</summary>
    public static AnswerProcess Ideal { get; } = new();

    /// <summary>Variance of what the answers of a person to the items of one area share besides the ability, in logits squared, in [0, 25]
    /// (Bradlow, Wainer &amp; Wang, 1999, eq. 2). The same when the person comes back. Items without area share nothing. Default 0.</summary>
    public double TestletVariance { get; init => field = Require.Within(0, 25, value, nameof(TestletVariance)); }

    /// <summary>Share of the people in the focal group, in [0, 1]. Default 0.</summary>
    public double FocalShare { get; init => field = Require.Within(0, 1, value, nameof(FocalShare)); }

    /// <summary>Share of the items that are harder for them at equal ability, in [0, 1]. Default 0.</summary>
    public double DifShare { get; init => field = Require.Within(0, 1, value, nameof(DifShare)); }

    /// <summary>By how much, in logits, in [-5, 5]: 0.43 and 0.64 are the limits of the classes B and C of the Educational Testing Service (Zwick, 2012). Default 0.</summary>
    public double DifSize { get; init => field = Require.Within(-5, 5, value, nameof(DifSize)); }

    /// <summary>Share of the people who guess without reading, in [0, 1]. Default 0.</summary>
    public double GuessingShare { get; init => field = Require.Within(0, 1, value, nameof(GuessingShare)); }

    /// <summary>Share of their answers that are such guesses, in [0, 1]. Default 0.4.</summary>
    public double GuessedShare { get; init => field = Require.Within(0, 1, value, nameof(GuessedShare)); } = 0.4;

    /// <summary>Chance that a guess is right, in [0, 1]; wrong guesses score 0. Default 0.25.</summary>
    public double GuessSuccess { get; init => field = Require.Within(0, 1, value, nameof(GuessSuccess)); } = 0.25;

    /// <summary>Chance that an answer that would score is marked 0 by a slip of the hand, in [0, 1]. Default 0.</summary>
    public double SlipRate { get; init => field = Require.Within(0, 1, value, nameof(SlipRate)); }

    /// <summary>Share of the people who leave early, in [0, 1]. Default 0.</summary>
    public double AbandonShare { get; init => field = Require.Within(0, 1, value, nameof(AbandonShare)); }

    /// <summary>They leave after a number of items uniform between 1 and this, at least 1; a test over by then is not cut short. Default 20.</summary>
    public int AbandonBy { get; init => field = (int)Require.Within(1, 100_000, value, nameof(AbandonBy)); } = 20;
}
