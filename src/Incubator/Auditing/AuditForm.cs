using Beffroi.Incubator.Accessibility;
using Beffroi.Incubator.Compliance;
using Beffroi.Kit;

namespace Beffroi.Incubator.Auditing;

public sealed record AuditForm
{
    /// <summary>The choice that means every service.</summary>
    public const string WholeSite = "site";

    public string? About { get; init; }
    public string? Organisation { get; init; }
    public string? On { get; init; }
    public string? Technologies { get; init; }
    public string? Environments { get; init; }
    public string? Tools { get; init; }
    public string? Derogations { get; init; }

    /// <summary>One page a line: its title, a space, its address.</summary>
    public string? Pages { get; init; }

    public AccessibilityAudit? Read(Guid by, DateTimeOffset now, DateOnly today, Errors errors)
    {
        var service = HostedServices.Of(About);
        if (service is null && !string.Equals(About, WholeSite, StringComparison.Ordinal))
        {
            errors.Add(nameof(About), "Choisissez ce qui est audité");
        }

        var organisation = Typed.Text(Organisation, nameof(Organisation), AccessibilityAudit.NameMaxLength, "Écrivez le nom de l’organisme qui a audité", errors);
        var on = Typed.Day(On, nameof(On), "Écrivez la date de l’audit", errors);
        if (on > today)
        {
            errors.Add(nameof(On), "Un audit est fait aujourd’hui au plus tard");
        }

        var technologies = Typed.Text(Technologies, nameof(Technologies), AccessibilityAudit.TextMaxLength, "Écrivez les technologies du site", errors);
        var environments = Typed.Text(Environments, nameof(Environments), AccessibilityAudit.TextMaxLength, "Écrivez les navigateurs et les aides techniques essayés", errors);
        var tools = Typed.Text(Tools, nameof(Tools), AccessibilityAudit.TextMaxLength, "Écrivez les outils qui ont servi", errors);
        var derogations = Typed.Optional(Derogations, nameof(Derogations), AccessibilityAudit.TextMaxLength, errors);
        var id = Guid.CreateVersion7(now);
        var pages = ReadPages(id, errors);
        return errors.Any ? null : new()
        {
            Id = id, Service = service, Organisation = organisation, On = on!.Value, Version = Rgaa.Version, By = by, At = now, Pages = pages,
            Technologies = Lines(technologies), Environments = Lines(environments), Tools = Lines(tools), Derogations = derogations is null ? null : Lines(derogations),
        };
    }

    List<AuditedPage> ReadPages(Guid audit, Errors errors)
    {
        var pages = new List<AuditedPage>();
        foreach (var line in (Pages ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var cut = line.LastIndexOf(' ');
            var (title, address) = cut < 0 ? ("", line) : (line[..cut].TrimEnd(), line[(cut + 1)..]);
            if (title.Length is 0 or > AuditedPage.TitleMaxLength || address.Length > AuditedPage.AddressMaxLength || !(address.StartsWith('/') || address.StartsWith("https://", StringComparison.Ordinal)))
            {
                errors.Add(nameof(Pages), $"« {(line.Length <= 60 ? line : line[..60] + "…")} » : écrivez un titre, une espace, une adresse. Exemple : Accueil /");
                continue;
            }

            if (pages.Exists(p => string.Equals(p.Title, title, StringComparison.OrdinalIgnoreCase)))
            {
                errors.Add(nameof(Pages), $"Deux pages ont le titre « {title} »");
            }

            pages.Add(new() { Id = Guid.NewGuid(), AuditId = audit, Number = pages.Count + 1, Title = title, Address = address });
        }

        if (pages.Count is 0 or > AuditedPage.Most)
        {
            errors.Add(nameof(Pages), pages.Count == 0 ? "Écrivez les pages de l’échantillon, une par ligne" : $"Écrivez {French.Number(AuditedPage.Most)} pages au plus");
        }

        return pages;
    }

    static string Lines(string text) => text.ReplaceLineEndings("\n");
}
