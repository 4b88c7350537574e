using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Publishing;

/// <summary>The conventions that are signed, for a page and for a file: who gives what to whom, until when, on which codes.</summary>
public sealed record PublishedConventions(IReadOnlyList<SignedConvention> Lines)
{
    public const string Head = "convention,startup,titre,delegant,delegataire,signature,publication,fin,dernier_paiement,montant_ae,montant_cp,avenants,axe_ministeriel_1,domaine_fonctionnel,centre_financier,activite,centre_cout";

    public static async Task<PublishedConventions> Read(IncubatorDb db, CancellationToken ct)
    {
        var signed = await (from c in db.Conventions.AsNoTracking().Include(c => c.Avenants) join s in db.Startups.AsNoTracking() on c.StartupId equals s.Id where c.SignedOn != null orderby c.SignedOn descending, c.Slug select new { Convention = c, s.Slug, s.Title }).ToListAsync(ct);
        return new([.. signed.Select(l => new SignedConvention(l.Convention, l.Slug, l.Title))]);
    }

    public byte[] Ods() => OdsFile.Of("conventions", Head.Split(','), [.. Lines.Select(l => (IReadOnlyList<object?>)
    [
        l.Convention.Slug, l.StartupSlug, l.Convention.Title, l.Convention.Delegator, l.Convention.Delegate,
        l.Convention.SignedOn, l.Convention.PublishedOn, l.Convention.Dates!.LastCommitment, l.Convention.Dates.HardStop,
        l.AmountAe, l.AmountCp, l.Convention.Avenants.Count,
        l.Convention.Imputation.MinisterialAxis, l.Convention.Imputation.FunctionalDomain, l.Convention.Imputation.FinancialCentre, l.Convention.Imputation.Activity, l.Convention.Imputation.CostCentre,
    ])]);

    public string Csv() => CsvFile.Of(Head, Lines.Select(l => (IReadOnlyList<string>)
    [
        l.Convention.Slug, l.StartupSlug, l.Convention.Title, l.Convention.Delegator, l.Convention.Delegate,
        CsvFile.Day(l.Convention.SignedOn), CsvFile.Day(l.Convention.PublishedOn), CsvFile.Day(l.Convention.Dates!.LastCommitment), CsvFile.Day(l.Convention.Dates.HardStop),
        l.AmountAe.Plain, l.AmountCp.Plain, l.Convention.Avenants.Count.ToString(CultureInfo.InvariantCulture),
        l.Convention.Imputation.MinisterialAxis ?? "", l.Convention.Imputation.FunctionalDomain, l.Convention.Imputation.FinancialCentre, l.Convention.Imputation.Activity, l.Convention.Imputation.CostCentre,
    ]));
}

public sealed record SignedConvention(Convention Convention, string StartupSlug, string StartupTitle)
{
    /// <summary>With what the avenants give and take.</summary>
    public Money AmountAe => Convention.AmountAe + Money.Sum(Convention.Avenants.Select(a => a.DeltaAe));
    public Money AmountCp => Convention.AmountCp + Money.Sum(Convention.Avenants.Select(a => a.DeltaCp));
}
