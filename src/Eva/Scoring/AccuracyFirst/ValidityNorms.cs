namespace Beffroi.Eva.Scoring;

/// <summary>When answers are to be doubted. Times are in seconds and serve only here; slowness is never a fault.</summary>
public sealed record ValidityNorms
{
    public static ValidityNorms Expert2026 { get; } = new()
    {
        // Ten words at the 238 words a minute of silent reading by adults (Brysbaert, 2019, Journal of Memory and Language 109, 104047).
        QuestionFloor = 2.5,
        // The same and a look at the figures. Not measured.
        NumeracyFloor = 3,
        // Under it a lexical decision is an anticipation, not a reading: usual trimming of such times.
        LexicalFloor = 0.3,
        // Wise (2015), Applied Measurement in Education 28, 237-252, for 0.90; 0.75 is our own proposal.
        EffortToFlag = 0.90,
        EffortToVoid = 0.75,
        // Our proposals: ten times what such an answer takes.
        QuestionPause = 300,
        LexicalPause = 60,
        AbstentionShare = 0.5,
        PatternShare = 0.9,
        ChanceLevel = 0.05,
        FewestForChance = 20,
        // A unit normal's lower 2.5 %; under eight answers the statistic says little.
        MisfitBelow = -1.96,
        FewestForFit = 8,
    };

    /// <summary>A question answered faster is a rapid guess. To become a tenth of the item's mean time once 500 times are known.</summary>
    public required double QuestionFloor { get; init; }

    public required double NumeracyFloor { get; init; }

    public required double LexicalFloor { get; init; }

    /// <summary>Share of answers that are not rapid guesses under which the evaluation is flagged.</summary>
    public required double EffortToFlag { get; init; }

    /// <summary>The same, under which it cannot be interpreted.</summary>
    public required double EffortToVoid { get; init; }

    public required double QuestionPause { get; init; }

    public required double LexicalPause { get; init; }

    /// <summary>Share of « je ne sais pas » from which it is said.</summary>
    public required double AbstentionShare { get; init; }

    /// <summary>Share of words answered alike, or alternately, from which it is said when they are no better than chance.</summary>
    public required double PatternShare { get; init; }

    /// <summary>Word answers are no better than chance when coin tosses do as well with more than this probability.</summary>
    public required double ChanceLevel { get; init; }

    public required int FewestForChance { get; init; }

    /// <summary>Person fit (l_z) under which the answers are said unexpected.</summary>
    public required double MisfitBelow { get; init; }

    public required int FewestForFit { get; init; }

    public double FloorOf(ScoredAnswer answer) =>
        answer.IsLexical ? LexicalFloor : answer.Skill == Skill.Numeratie ? NumeracyFloor : QuestionFloor;

    /// <summary>Answered before it could be read. « Je ne sais pas » is an honest answer at any speed.</summary>
    public bool IsRapidGuess(ScoredAnswer answer) => !answer.DontKnow && answer.Seconds < FloorOf(answer);
}
