using Beffroi.Kit;
using Beffroi.Psychometrics;

namespace Beffroi.Eva.Norming;

/// <summary>A norm as it was published: its cohort, its figures and its parameters, frozen. Nothing of it is ever changed.</summary>
public sealed class NormVersion
{
    public const int NoteMaxLength = 500;
    public const int ScopeMaxLength = 50;

    public required Guid Id { get; init; }

    /// <summary><see cref="NormScope.Name"/>.</summary>
    public required string Scope { get; init; }

    /// <summary>From 1 in each scope.</summary>
    public required int Number { get; init; }
    public required Guid AuthorId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Note { get; init; }

    /// <summary>Published although a gate was not kept: it serves no result, and says so wherever it is shown.</summary>
    public required bool IsExploratory { get; init; }

    public required int Persons { get; init; }

    /// <summary>JSON of <see cref="NormFilter"/>.</summary>
    public required string FilterText { get; init; }

    /// <summary>JSON of <see cref="NormStatistics"/>, the latent distribution included: the parameters that percentiles are read with.</summary>
    public required string StatisticsText { get; init; }

    /// <summary>Which engine, norms and plan it rests on, in one line.</summary>
    public required string RestsOn { get; init; }

    /// <summary>Names of the gates that were not kept, separated by commas.</summary>
    public required string GatesMissed { get; init; }

    public NormFilter Filter => NormFilter.FromJson(FilterText);
    public NormStatistics Statistics => NormStatistics.FromJson(StatisticsText);

    /// <summary>Whether results may be read in it.</summary>
    public bool Serves => !IsExploratory && Persons >= PublishingGate.FewestPeople;

    /// <summary>Where an ability stands among the people of the norm; null when the norm serves no result. The interval holds the error of the person and that of the norm.</summary>
    public NormPlace? Place(double ability, double standardError) => Serves && Statistics.Latent is { } latent
        ? new LatentNorm { Mean = latent.Mean, StandardDeviation = latent.StandardDeviation, MeanStandardError = latent.MeanError, StandardDeviationStandardError = latent.StandardDeviationError }.Place(ability, standardError)
        : null;
}

public static class NormRights
{
    /// <summary>Norms, plans and reviews are made by superadmins; what everybody may know of them is on the public page.</summary>
    public static IQueryable<NormVersion> VisibleTo(this IQueryable<NormVersion> norms, CurrentUser user)
    {
        var may = MaySee(user);
        return norms.Where(_ => may);
    }

    public static IQueryable<SamplingPlan> VisibleTo(this IQueryable<SamplingPlan> plans, CurrentUser user)
    {
        var may = MaySee(user);
        return plans.Where(_ => may);
    }

    public static IQueryable<ScientificReview> VisibleTo(this IQueryable<ScientificReview> reviews, CurrentUser user)
    {
        var may = MaySee(user);
        return reviews.Where(_ => may);
    }

    public static bool MaySee(CurrentUser? user) => user is { Accepted: true, Role: Role.Superadmin };
}
