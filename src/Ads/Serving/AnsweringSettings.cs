using Beffroi.Crowdsourcing;

namespace Beffroi.Ads;

/// <summary>How answers are asked for. Section <c>Ads:Answering</c> of the settings.</summary>
public sealed record AnsweringSettings
{
    /// <summary>ISO 3166-1 alpha-2: whose ads are shown.</summary>
    public string Country { get; init; } = "FR";

    /// <summary>Answers before anything is said of an ad.</summary>
    public int AtLeast { get; init; } = 3;

    /// <summary>Answers after which an ad on which people differ goes to an expert.</summary>
    public int AtMost { get; init; } = 15;

    /// <summary>Probability from which the leading answer settles a question.</summary>
    public double Certainty { get; init; } = 0.99;

    /// <summary>How long an ad is kept for a browser that reads it.</summary>
    public int HoldMinutes { get; init; } = 10;

    /// <summary>How long a purpose is waited for after the first answer.</summary>
    public int PurposeMinutes { get; init; } = 5;

    /// <summary>Share of ads shown whose answer is known, in percent: between 5 and 10.</summary>
    public int GoldPercent { get; init; } = 8;

    /// <summary>Answers from one address: a classroom stands behind one.</summary>
    public int AnswersPerMinute { get; init; } = 120;

    /// <summary>Arrivals from one address: each keeps an ad for a browser.</summary>
    public int ArrivalsPerMinute { get; init; } = 240;

    /// <summary>Answers that count about the same ads from one network in a day: people who share it are asked about other ads.</summary>
    public int AnswersPerNetwork { get; init; } = 2;

    /// <summary>Ads kept at a time for the browsers of one network; beyond, they are shown ads that are kept for nobody.</summary>
    public int HoldsPerNetwork { get; init; } = 100;

    /// <summary>Days after which the key of a day is destroyed: nothing ties an answer to a browser any more.</summary>
    public int KeyDays { get; init; } = 31;

    public StopRule Rule => new() { AtLeast = AtLeast, AtMost = Math.Max(AtLeast, AtMost), Certainty = Certainty };
}
