namespace Beffroi.Eva;

/// <summary>A person gave her evaluation to an adviser: when, to whom, in which structure and campaign.</summary>
public sealed class HandOver
{
    /// <summary>Two taps on the adviser's button lie within this.</summary>
    static readonly TimeSpan Again = TimeSpan.FromMinutes(2);

    public required Guid EvaluationId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Account of the adviser.</summary>
    public required Guid By { get; init; }

    public required Guid StructureId { get; init; }
    public required Guid CampaignId { get; init; }

    /// <summary>Hash of the code that served: it is dead, and tells a second tap from a second person.</summary>
    public required byte[] CodeHash { get; init; }

    public bool JustReceivedBy(Guid account, DateTimeOffset now) => By == account && now - At < Again;
}

/// <summary>A code with which one adviser may receive one evaluation, once.</summary>
public sealed class HandOverCode
{
    /// <summary>Days that it is good for: the time to get to an appointment.</summary>
    public const int Days = 7;

    // 19 letters and 8 digits: 5 × 10^8 codes, tried by signed-in people only and ten times an hour.
    const string Shape = "LLLL DDDD";

    public required Guid EvaluationId { get; init; }

    /// <summary>SHA-256 of the code, which is nowhere here.</summary>
    public required byte[] Hash { get; set; }

    public required DateTimeOffset MadeAt { get; set; }
    public required DateTimeOffset ExpiresAt { get; set; }

    /// <summary>The code that this browser's token makes for this form: the same when the form is sent twice.</summary>
    public static string CodeOf(string token, string form) => SpokenCode.Of(token, $"remise {form}", Shape);

    /// <summary>A new code in place of the last one, which is worth nothing any more.</summary>
    public void Remake(byte[] hash, DateTimeOffset now) => (Hash, MadeAt, ExpiresAt) = (hash, now, now.AddDays(Days));
}

/// <summary>An adviser typed a code that is none: kept for a day, to slow whoever guesses.</summary>
public sealed class WrongHandOverCode
{
    /// <summary>Wrong codes that one account may type in <see cref="Window"/>: enough for people who mistype, so few that guessing takes millennia.</summary>
    public const int Most = 10;

    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    public required Guid Id { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }
}
