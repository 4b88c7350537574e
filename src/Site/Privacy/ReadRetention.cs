using Beffroi.Kit;

namespace Beffroi.Site.Privacy;

/// <summary>A dry run of every round that erases: what each would take tonight, and nothing is taken.</summary>
static class ReadRetention
{
    public const string Address = "/admin/effacements";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Address, Show).For(Role.Superadmin);

    static async Task<IResult> Show(IEnumerable<IRetention> modules, IEnumerable<IRegister> registers, JournalRound journal, CancellationToken ct)
    {
        var services = new List<ServiceRetention>();
        foreach (var module in modules.OrderBy(m => m.Service, StringComparer.Ordinal))
        {
            services.Add(new(module.Service, await module.Due(ct)));
        }

        var old = await journal.Run(isDry: true, ct);
        services.Add(new("Journal des actions", [new("Lignes du journal, de tous les services", $"{French.Number(JournalRound.KeptMonths)} mois", old.Values.Sum())]));
        return Html.View<RetentionPage, RetentionModel>(new(services));
    }
}

public sealed record ServiceRetention(string Service, IReadOnlyList<DueToGo> Due);

public sealed record RetentionModel(IReadOnlyList<ServiceRetention> Services);
