using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Tests.Alone;

/// <summary>What tests of people who play alone begin with, and what they look at.</summary>
static class GivenAlone
{
    /// <summary>The newest evaluation begun alone, handed over or not; null when there is none.</summary>
    public static Evaluation? LastAlone(this SiteUnderTest site) =>
        site.Read(db => db.Evaluations.AsNoTracking().Include(e => e.Alone!.HandOver).Include(e => e.Background).Include(e => e.Beneficiary).Include(e => e.Campaign).Include(e => e.Results)
            .Include(e => e.Runs).ThenInclude(r => r.Events).AsSplitQuery().Where(e => e.Alone != null).OrderByDescending(e => e.StartedAt).ThenByDescending(e => e.Id).FirstOrDefault());

    /// <summary>A code to give, made on the person's page.</summary>
    public static async Task<string> MakeCode(this Participant person)
    {
        await person.Visitor.Open("/eva/seul/donner");
        await person.Visitor.Press(person.Visitor.Page.QuerySelectorAll("main button").Any(b => b.TextContent == "Faire un code") ? "Faire un code" : "Faire un autre code");
        return person.Visitor.Page.QuerySelector(".personal-code")!.TextContent.Trim();
    }

    /// <summary>An adviser types it, for the first campaign offered unless one is named.</summary>
    public static async Task<Visitor> Receive(this Visitor adviser, string code, string name = "Lou", string? campaign = null)
    {
        await adviser.Open("/eva/evaluations/recevoir");
        var options = adviser.Page.QuerySelectorAll("select[name=Campaign] option").Where(o => o.GetAttribute("value") is { Length: > 0 }).ToList();
        var chosen = (campaign is null ? options[0] : options.Single(o => o.TextContent.Trim() == campaign)).GetAttribute("value");
        return await adviser.Press("Recevoir", ("Code", code), ("Name", name), ("Campaign", chosen));
    }
}
