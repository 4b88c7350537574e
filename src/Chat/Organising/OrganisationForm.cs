using Beffroi.Chat.Cases;
using Beffroi.Chat.Rules.Domains;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Organising;

/// <summary>An organisation as typed.</summary>
public sealed record OrganisationForm
{
    public string? Name { get; init; }
    public string? Sector { get; init; }
    public string? Country { get; init; }

    /// <summary>One a line; with <c>*.</c> before it, its sub-domains as well.</summary>
    public string? Domains { get; init; }

    public static OrganisationForm Of(Organisation organisation) => new()
    {
        Name = organisation.Name,
        Sector = organisation.Sector.ToString(),
        Country = organisation.Country,
        Domains = string.Join('\n', organisation.Domains.OrderBy(d => d.Domain, StringComparer.Ordinal).Select(d => (d.WithSubdomains ? Under : "") + d.Domain)),
    };

    public const string Under = "*.";
    const int MostDomains = 20;

    /// <summary>Null when something is to be corrected.</summary>
    public async Task<OrganisationDetails?> Read(Guid? of, ChatDb db, Lang l, Errors errors, CancellationToken ct)
    {
        var name = string.Join(' ', (Name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Length is < 2 or > Organisation.NameMaxLength || name.Any(char.IsControl))
        {
            errors.Add(nameof(Name), l.Say($"Donnez le nom de l’organisation, de 2 à {Organisation.NameMaxLength} caractères", $"Give the name of the organisation, from 2 to {Organisation.NameMaxLength} characters"));
        }

        if (!Enum.TryParse<Sector>(Sector, out var sector) || !Enum.IsDefined(sector))
        {
            errors.Add(nameof(Sector), l.Say("Choisissez un secteur", "Choose a sector"));
        }

        var country = Country?.Trim().ToUpperInvariant() ?? "";
        if (country.Length != 2 || !country.All(char.IsAsciiLetterUpper))
        {
            errors.Add(nameof(Country), l.Say("Donnez le pays en 2 lettres, par exemple FR", "Give the country in 2 letters, such as FR"));
        }

        var domains = await ReadDomains(of, db, l, errors, ct);
        return errors.Any ? null : new(name, sector, country, domains);
    }

    async Task<List<ApprovedDomain>> ReadDomains(Guid? of, ChatDb db, Lang l, Errors errors, CancellationToken ct)
    {
        var others = await db.Domains.AsNoTracking().Where(d => d.OrganisationId != of)
            .Join(db.Organisations, d => d.OrganisationId, o => o.Id, (d, o) => new { d.Domain, d.WithSubdomains, o.Name }).ToListAsync(ct);
        var found = new Dictionary<string, ApprovedDomain>(StringComparer.Ordinal);
        foreach (var line in (Domains ?? "").Split(['\n', ',', ';', ' ', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var under = line.StartsWith(Under, StringComparison.Ordinal);
            var text = under ? line[Under.Length..] : line;
            if (ApprovedDomain.Wrong(text, under) is { } wrong)
            {
                errors.Add(nameof(Domains), $"{Short(text)}\u00A0: {wrong.In(l)}");
                continue;
            }

            var read = new ApprovedDomain(MailDomain.Read(text)!, under);
            if (others.Find(o => Meet(read, new(MailDomain.Read(o.Domain)!, o.WithSubdomains))) is { } taken)
            {
                errors.Add(nameof(Domains), l.Say($"{read.Domain} est déjà un domaine de {taken.Name}", $"{read.Domain} is already a domain of {taken.Name}"));
            }
            else if (others.Find(o => LookAlikes.Are(read.Domain, MailDomain.Read(o.Domain)!)) is { } alike)
            {
                errors.Add(nameof(Domains), l.Say($"{read.Domain} imite {alike.Domain}, domaine de {alike.Name}", $"{read.Domain} imitates {alike.Domain}, a domain of {alike.Name}"));
            }

            found[read.Domain.Ascii] = read;
        }

        if (found.Count is 0 or > MostDomains)
        {
            errors.Add(nameof(Domains), l.Say($"Donnez de 1 à {MostDomains} domaines, un par ligne", $"Give 1 to {MostDomains} domains, one a line"));
        }

        return [.. found.Values];
    }

    static bool Meet(ApprovedDomain a, ApprovedDomain b) => a.Admits(b.Domain) || b.Admits(a.Domain);

    static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}

public sealed record OrganisationDetails(string Name, Sector Sector, string Country, IReadOnlyList<ApprovedDomain> Domains)
{
    /// <summary>The domains said become those of the organisation: those that stay keep their day and author.</summary>
    public void Write(Organisation to, Guid by, DateTimeOffset now)
    {
        (to.Name, to.Sector, to.Country) = (Name, Sector, Country);
        to.Domains.RemoveAll(d => !Domains.Any(n => Same(d, n)));
        to.Domains.AddRange(Domains.Where(n => !to.Domains.Exists(d => Same(d, n)))
            .Select(n => new OrganisationDomain { Id = Guid.CreateVersion7(now), OrganisationId = to.Id, Domain = n.Domain.Ascii, WithSubdomains = n.WithSubdomains, AddedAt = now, AddedBy = by }));
    }

    static bool Same(OrganisationDomain d, ApprovedDomain n) => string.Equals(d.Domain, n.Domain.Ascii, StringComparison.Ordinal) && d.WithSubdomains == n.WithSubdomains;
}
