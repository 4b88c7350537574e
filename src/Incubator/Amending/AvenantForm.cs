using Beffroi.Incubator.Accounting;
using Beffroi.Kit;

namespace Beffroi.Incubator.Amending;

public sealed record AvenantForm
{
    /// <summary>The committee whose decision it follows, where it follows one.</summary>
    public string? Committee { get; init; }
    public string? SignedOn { get; init; }
    public string? DeltaAe { get; init; }
    public string? DeltaCp { get; init; }

    /// <summary>The budget year of the amounts; that of the signature when empty.</summary>
    public string? Year { get; init; }
    public string? NewEnd { get; init; }
    public string? NewHardStop { get; init; }
    public string? Reason { get; init; }

    /// <param name="entries">Of the convention: no date comes before what was already done.</param>
    public Avenant? Read(Convention convention, IReadOnlyList<LedgerEntry> entries, DecidedEnvelope? decided, Author author, DateOnly today, Errors errors)
    {
        var signed = Typed.Day(SignedOn, nameof(SignedOn), "Écrivez la date de signature", errors);
        var (ae, cp) = (Delta(DeltaAe, nameof(DeltaAe), errors), Delta(DeltaCp, nameof(DeltaCp), errors));
        var (end, stop) = (Typed.OptionalDay(NewEnd, nameof(NewEnd), errors), Typed.OptionalDay(NewHardStop, nameof(NewHardStop), errors));
        var reason = Typed.Text(Reason, nameof(Reason), Avenant.ReasonMaxLength, "Écrivez pourquoi la convention change", errors);
        if (signed > today || signed < convention.SignedOn)
        {
            errors.Add(nameof(SignedOn), "L’avenant est signé après la convention, et au plus tard aujourd’hui");
        }
        else if (signed < decided?.MetOn)
        {
            errors.Add(nameof(SignedOn), $"L’avenant est signé après le comité du {French.Day(decided.MetOn)} qui l’a décidé");
        }

        if (end > (stop ?? convention.Dates!.HardStop))
        {
            errors.Add(nameof(NewHardStop), $"La fin dépasse le dernier jour de paiement, le {French.Day(stop ?? convention.Dates!.HardStop)} : changez-le aussi");
        }

        if (signed > convention.Dates!.LastCommitment)
        {
            errors.Add(nameof(SignedOn), $"La convention a pris fin le {French.Day(convention.Dates.LastCommitment)} : un avenant ne la rouvre pas");
        }

        Spare(end, nameof(NewEnd), [EntryKind.Commitment, EntryKind.Service], convention, entries, errors);
        Spare(stop, nameof(NewHardStop), [EntryKind.Commitment, EntryKind.Service, EntryKind.Payment], convention, entries, errors);
        var year = YearOf(convention, signed, end, stop, errors);
        if (ae == Money.Zero && cp == Money.Zero && end is null && stop is null)
        {
            errors.Add(nameof(DeltaAe), "Un avenant change un montant ou une date");
        }

        return errors.Any ? null : new()
        {
            Id = Guid.CreateVersion7(author.At), ConventionId = convention.Id, Number = convention.Avenants.Count + 1, SignedOn = signed!.Value, DeltaAe = ae!.Value, DeltaCp = cp!.Value, Year = year!.Value, NewEnd = end, NewHardStop = stop, Reason = reason, CommitteeId = decided?.CommitteeId, By = author.Id, At = author.At,
        };
    }

    // What was ordered, delivered or paid by then stays within the dates.
    static void Spare(DateOnly? day, string field, EntryKind[] kinds, Convention convention, IReadOnlyList<LedgerEntry> entries, Errors errors)
    {
        var last = entries.Where(e => kinds.Contains(e.Kind)).Select(e => e.On).Append(convention.SignedOn!.Value).Max();
        if (day < last)
        {
            errors.Add(field, $"Une écriture est déjà datée du {French.Day(last)} : choisissez ce jour ou un jour après");
        }
    }

    int? YearOf(Convention convention, DateOnly? signed, DateOnly? end, DateOnly? stop, Errors errors)
    {
        var (first, last) = (convention.SignedOn!.Value.Year, (stop ?? end ?? convention.Dates!.HardStop).Year);
        return string.IsNullOrWhiteSpace(Year) ? signed?.Year
            : Typed.Whole(Year, nameof(Year), first, Math.Max(first, last), $"Écrivez une année de {first.ToString(French.Culture)} à {last.ToString(French.Culture)}", errors);
    }

    static Money? Delta(string? typed, string field, Errors errors) => string.IsNullOrWhiteSpace(typed) ? Money.Zero : Money.Read(typed, field, errors, signed: true);
}
