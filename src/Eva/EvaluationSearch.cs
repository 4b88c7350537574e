using Beffroi.Eva.FollowUp;
using Beffroi.Kit;

namespace Beffroi.Eva;

/// <summary>What the list of evaluations holds, and its file too: those that this person may see, narrowed by what is typed above it, an exact first name or a personal code.</summary>
public static class EvaluationSearch
{
    /// <summary>Value of <c>suite</c>: those for which an answer on what was done is awaited.</summary>
    public const string Awaited = "attendue";

    public static IQueryable<Evaluation> Listed(EvaDb db, CurrentUser user, string? suite) =>
        suite is Awaited ? ActionState.Missing(db, user) : db.Evaluations.VisibleTo(db.Campaigns, user);

    public static string Read(string? typed) => string.Concat((typed ?? "").Where(c => !char.IsControl(c))).Trim();

    public static IQueryable<Evaluation> Matching(this IQueryable<Evaluation> evaluations, string search)
    {
        if (search.Length == 0)
        {
            return evaluations;
        }

        var (name, code) = (search, CampaignCode.Normalise(search));
        return evaluations.Where(e => e.Beneficiary!.Name == name || e.Beneficiary.Code == code);
    }
}
