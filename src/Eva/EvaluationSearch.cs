namespace Beffroi.Eva;

/// <summary>What is typed above the list of evaluations: an exact first name, or a personal code.</summary>
public static class EvaluationSearch
{
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
