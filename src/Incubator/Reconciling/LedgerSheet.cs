using System.Globalization;
using Beffroi.Incubator.Accounting;

namespace Beffroi.Incubator.Reconciling;

/// <summary>A line of the ledger as the service centre compares it with Chorus.</summary>
/// <param name="Undoes">Number of the entry that it undoes.</param>
/// <param name="Order">Number of its order, as the purchasing system names it.</param>
/// <param name="Chorus">What was typed in Chorus; null: nothing yet.</param>
public sealed record SheetLine(LedgerEntry Entry, int? Undoes, string? Order, ChorusRecord? Chorus)
{
    public Money Given(Func<LedgerEntry, Money> amount) => Entry.Kind == EntryKind.Allocation ? amount(Entry) : Money.Zero;

    public Money Used(Func<LedgerEntry, Money> amount) => Entry.Kind == EntryKind.Allocation ? Money.Zero : amount(Entry);

    /// <summary>Whether Chorus has a line for it: a service done is typed with its payment.</summary>
    public bool IsForChorus => Entry.Kind is EntryKind.Commitment or EntryKind.Payment;
}

/// <summary>All the entries of a convention, with the five axes on each, as a page and as files: the totals are those of the balance, to the cent.</summary>
public sealed record LedgerSheet(Convention Convention, IReadOnlyList<SheetLine> Lines, Balance Totals)
{
    public const string Head =
        "numero,nature,annule,date,exercice,ae_ouvertes,ae_engagees,service_fait,cp_ouverts,cp_payes,commande,reference,libelle,axe_ministeriel_1,domaine_fonctionnel,centre_financier,activite,centre_cout,piece_chorus,saisie_chorus";

    public static LedgerSheet Of(Convention convention, IReadOnlyList<LedgerEntry> entries, IReadOnlyDictionary<Guid, string> orders, IReadOnlyDictionary<Guid, ChorusRecord> typed)
    {
        var numbers = entries.ToDictionary(e => e.Id, e => e.Number);
        return new(
            convention,
            [.. entries.OrderBy(e => e.Number).Select(e => new SheetLine(e, e.ReversesId is { } undone ? numbers[undone] : null, e.OrderId is { } order ? orders[order] : null, typed.GetValueOrDefault(e.Id)))],
            Balance.Of(entries));
    }

    public string Csv() => CsvFile.Of(Head, Lines.Select(l => (IReadOnlyList<string>)[.. Cells(l).Select(Plain)]));

    public byte[] Ods() => OdsFile.Of("ecritures", Head.Split(','), [.. Lines.Select(Cells)]);

    static IReadOnlyList<object?> Cells(SheetLine line)
    {
        var (e, codes) = (line.Entry, line.Entry.Imputation);
        return
        [
            e.Number, Word(e.Kind), line.Undoes, e.On, e.Year, line.Given(x => x.Ae), line.Used(x => x.Ae), e.Service, line.Given(x => x.Cp), line.Used(x => x.Cp), line.Order, e.Reference, e.Label,
            codes.MinisterialAxis, codes.FunctionalDomain, codes.FinancialCentre, codes.Activity, codes.CostCentre, line.Chorus?.Reference, line.Chorus?.RecordedOn,
        ];
    }

    static string Plain(object? cell) => cell switch
    {
        Money money => money.Plain,
        DateOnly day => CsvFile.Day(day),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };

    static string Word(EntryKind kind) => kind switch
    {
        EntryKind.Allocation => "ouverture",
        EntryKind.Commitment => "engagement",
        EntryKind.Service => "service-fait",
        EntryKind.Payment => "paiement",
    };
}
