namespace Beffroi.Ads.Api;

public sealed record ApiAds
{
    /// <summary>How many there are in all.</summary>
    public required int Total { get; init; }

    public required string Notice { get; init; }

    /// <summary>Countries that vote now: nothing of the answers about their ads is given.</summary>
    public required IReadOnlyList<FreezeJson> Frozen { get; init; }

    public required IReadOnlyList<DataLine> Ads { get; init; }
}

public sealed record ApiResults
{
    public required string Notice { get; init; }
    public required IReadOnlyList<FreezeJson> Frozen { get; init; }

    /// <summary>Null while a country votes.</summary>
    public required ApiFigures? Results { get; init; }
}

public sealed record ApiFigures
{
    public required DateTimeOffset CountedAt { get; init; }
    public required int Ads { get; init; }
    public required int Vanished { get; init; }
    public required int Answers { get; init; }

    /// <summary>Browsers that answered; null below five.</summary>
    public required int? People { get; init; }

    /// <summary>Groups of ads by where their answers stand.</summary>
    public required IReadOnlyDictionary<string, int> States { get; init; }

    public required IReadOnlyList<ApiQuestion> Questions { get; init; }

    /// <summary>By week, from its Monday; null where fewer than five people answered.</summary>
    public required IReadOnlyList<WeekResult> Weeks { get; init; }

    public static ApiFigures Of(ResultsSnapshot r) => new()
    {
        CountedAt = r.At, Ads = r.Ads, Vanished = r.Vanished, Answers = r.Answers, People = r.People, Weeks = r.Weeks,
        States = r.States.ToDictionary(s => s.Key.ToString(), s => s.Value, StringComparer.Ordinal),
        Questions = [.. r.Questions.Select(q => new ApiQuestion(q.Question, q.Groups, q.Settled.ToDictionary(s => s.Answer, s => s.Groups, StringComparer.Ordinal), q.Alpha))],
    };
}

/// <param name="Groups">Groups of ads with enough answers to say something.</param>
/// <param name="Settled">Groups by the answer that is sure enough.</param>
/// <param name="Alpha">Krippendorff’s alpha; null: cannot be computed yet.</param>
public sealed record ApiQuestion(Question Question, int Groups, IReadOnlyDictionary<string, int> Settled, double? Alpha);
