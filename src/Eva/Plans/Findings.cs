using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Orientation;
using Beffroi.Eva.Results;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Plans;

/// <summary>All that an orientation starts from, read once: nothing of health is among it.</summary>
public sealed record Findings
{
    public required Evaluation Evaluation { get; init; }
    public required Campaign Campaign { get; init; }
    public required string Name { get; init; }

    /// <summary>Null without a diagnostic.</summary>
    public required Score? Diagnostic { get; init; }

    /// <summary>Null without a positioning.</summary>
    public required PositioningScore? Positioning { get; init; }

    /// <summary>By the published rules: CléA is read there only. Null after adaptive questions.</summary>
    public required PositioningScore? Profiles { get; init; }

    public required BaseReading Base { get; init; }
    public required PublicProposal Audience { get; init; }
    public required IReadOnlyList<StrongPoint> Strengths { get; init; }

    public IReadOnlyList<CleaSubdomain> Clea => Profiles?.Clea ?? [];

    public CleaGaps Gaps => Clea.All(c => c.Status is CriterionStatus.NonEvalue or CriterionStatus.PasDeTest) ? CleaGaps.NonMesures : GapCodes.Count > 0 ? CleaGaps.Des : CleaGaps.Aucun;

    /// <summary>Sub-domains that were asked and are not acquired.</summary>
    public IReadOnlyList<string> GapCodes => [.. Clea.Where(c => c.Status is CriterionStatus.NonAcquis).Select(c => c.Code)];

    public IReadOnlyList<ProposedWay> Ways => WayRule.Propose(Base, Audience, Gaps, [.. GapCodes.Select(code => $"{code} {CleaTexts.Subdomain(code).Title}")]);

    /// <summary>Every answer, right or not, and those that are right: for an example of success.</summary>
    public IReadOnlyList<RoutePlay> Plays { get; init; } = [];

    /// <summary>Null when this person may not see the evaluation, or when it is nobody's.</summary>
    public static async Task<Findings?> Load(EvaDb db, Guid id, CurrentUser user, CancellationToken ct)
    {
        var found = await db.Evaluations.AsNoTracking().VisibleTo(db.Campaigns, user)
            .Include(e => e.Campaign).Include(e => e.Beneficiary).Include(e => e.Background).Include(e => e.SelfAnswers).Include(e => e.Results)
            .Include(e => e.Runs).ThenInclude(r => r.Events)
            .AsSplitQuery().SingleOrDefaultAsync(e => e.Id == id, ct);
        if (found is not { Campaign: { } campaign, Beneficiary: { } beneficiary })
        {
            return null;
        }

        await BankShelf.Bring(db, found.Runs, ct);
        var diagnostic = found.Programme.Situations.Any(s => TechnicalName.TryParse<Situation>(s, out _)) ? Scorebook.KeptOrComputed(found).Single(s => s.Engine is EngineName.Beffroi) : null;
        var positions = Scorebook.PositionsKeptOrComputed(found);
        var ability = positions.SingleOrDefault(p => p.Engine is PositioningEngine.Beffroi);
        return new()
        {
            Evaluation = found,
            Campaign = campaign,
            Name = beneficiary.Name,
            Diagnostic = diagnostic,
            Positioning = ability,
            Profiles = positions.SingleOrDefault(p => p.Engine is PositioningEngine.Historique),
            Base = BaseReading.Of(diagnostic, ability, Norms.Current.Beffroi),
            Audience = PublicProposal.Of(found.Background),
            Strengths = StrongPoint.Of(found.Runs),
            Plays = Scorebook.Plays(found.Runs),
        };
    }
}
