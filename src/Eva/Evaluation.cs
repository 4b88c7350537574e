using System.Security.Cryptography;
using System.Text;
using Beffroi.Eva.Contracts;

namespace Beffroi.Eva;

/// <summary>One person going through a parcours once: a campaign's, or the one she chose alone.</summary>
public sealed class Evaluation
{
    public required Guid Id { get; init; }

    /// <summary>Null while a person plays alone: every right goes by the campaign, so nobody's query finds it.</summary>
    public required Guid? CampaignId { get; set; }
    public Campaign? Campaign { get; init; }

    /// <summary>Null while a person plays alone: nothing of hers has a name.</summary>
    public required Guid? BeneficiaryId { get; set; }
    public Beneficiary? Beneficiary { get; init; }

    /// <summary>What stands in place of a campaign and of a name for a person who plays alone; kept once an adviser has received the evaluation.</summary>
    public AlonePlay? Alone { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When every situation of the campaign was finished; null before.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Technical name of the reading as a whole that an adviser finds (<c>illettrisme_potentiel</c>, <c>ni_ni</c>…), so that lists and counts need not open results; null
    /// before the end, or where nothing can be said.</summary>
    public string? Synthesis { get; private set; }

    public required DateTimeOffset ConsentedAt { get; init; }

    /// <summary>The version of the text that was accepted: see Entry/ConsentText.</summary>
    public required string ConsentVersion { get; init; }

    /// <summary>SHA-256 of the token that this evaluation's browser holds; the token itself is nowhere here.</summary>
    public required byte[] TokenHash { get; set; }

    public Background? Background { get; set; }
    public List<SelfAnswer> SelfAnswers { get; } = [];
    public List<HealthAnswer> HealthAnswers { get; } = [];
    public List<Run> Runs { get; } = [];
    public List<Result> Results { get; } = [];

    /// <summary>What is played and asked in it.</summary>
    public Programme Programme =>
        Alone?.Programme ?? Campaign?.Programme ?? throw new InvalidOperationException("An evaluation is played with its campaign, or alone.");

    /// <summary>From a person alone to the campaign of the adviser whom she gave her code.</summary>
    public void HandTo(Campaign campaign, Beneficiary person) => (CampaignId, BeneficiaryId) = (campaign.Id, person.Id);

    /// <summary>Finished once each situation of its programme is; tells whether it is.</summary>
    public bool FinishWhenDone(DateTimeOffset at)
    {
        if (Programme.Situations.All(s => Runs.Exists(r => string.Equals(r.Situation, s, StringComparison.Ordinal) && r.FinishedAt is not null)))
        {
            FinishedAt ??= at;
        }

        return FinishedAt is not null;
    }

    public void Read(string? synthesis) => Synthesis = synthesis;

    /// <summary>Characters of a token.</summary>
    public const int TokenLength = 64;

    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenLength / 2));

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>A new token: whoever held the old one on another device holds nothing any more.</summary>
    public string ChangeToken()
    {
        var token = NewToken();
        TokenHash = Hash(token);
        return token;
    }

    public bool Holds(string token) => CryptographicOperations.FixedTimeEquals(TokenHash, Hash(token));
}

/// <summary>One run of one situation: what the event contract calls a session, and the trade a <i>partie</i>.</summary>
public sealed class Run
{
    public required Guid Id { get; init; }
    public required Guid EvaluationId { get; init; }
    public required string Situation { get; init; }

    /// <summary>Draws the order of what is shown at random.</summary>
    public required int Seed { get; init; }

    /// <summary>Positioning only: who decided of the next question.</summary>
    public RouteMode? Route { get; init; }

    /// <summary>The items it is played with, where they can change while it is played; null elsewhere.</summary>
    public string? BankVersion { get; init; }

    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Position of the event that ended the run: nothing is accepted after it.</summary>
    public int? LastPosition { get; private set; }

    public List<EventLine> Events { get; } = [];

    public void Finish(int position, DateTimeOffset at) => (FinishedAt, LastPosition) = (FinishedAt ?? at, LastPosition ?? position);
}

/// <summary>An event as it was received, in the order of its position and never changed, but for a text that is erased with the name of who wrote it.</summary>
public sealed class EventLine : Kit.ILogLine
{
    public required Guid RunId { get; init; }
    public required int Position { get; init; }
    public required string Name { get; init; }

    /// <summary>Milliseconds since 1970 on the client's clock.</summary>
    public required long Date { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>A flat JSON object.</summary>
    public required string Data { get; set; }
}

/// <summary>A computed result, with what it was computed by: the same events and versions give the same figures.</summary>
public sealed class Result
{
    public required Guid Id { get; init; }
    public required Guid EvaluationId { get; init; }
    public required string Engine { get; init; }
    public required string EngineVersion { get; init; }
    public required string NormsVersion { get; init; }
    public required DateTimeOffset ComputedAt { get; set; }

    /// <summary>The published norms in force when it was first computed (<see cref="Norming.CohortNorms"/>): kept for ever. Null when there was none.</summary>
    public string? CohortNorms { get; init; }

    /// <summary>The whole <c>Score</c>, as JSON.</summary>
    public required string Score { get; set; }

    /// <summary>An event that arrived late belongs to the result too.</summary>
    public void Replace(string score, DateTimeOffset at) => (Score, ComputedAt) = (score, at);
}
