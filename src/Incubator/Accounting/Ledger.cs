using Beffroi.Kit;

namespace Beffroi.Incubator.Accounting;

/// <summary>Who writes, and when.</summary>
public sealed record Author(Guid Id, DateTimeOffset At);

/// <summary>A line written, or why it is not.</summary>
public sealed record Written(LedgerEntry? Entry, string? Refusal)
{
    public static Written No(string refusal) => new(null, refusal);
}

/// <summary>All the entries of one convention, and the rules by which one more may come. Whoever holds it holds the turn of the convention (<see cref="LedgerTurn"/>).</summary>
/// <param name="closedUntil">Last day of the last month whose account was sent: nothing more is dated on it or before. <see cref="DateOnly.MaxValue"/>: the final account was sent.</param>
public sealed class Ledger(Convention convention, IEnumerable<LedgerEntry> entries, DateOnly? closedUntil = null)
{
    readonly List<LedgerEntry> _entries = [.. entries.OrderBy(e => e.Number)];

    public Convention Convention => convention;

    public IReadOnlyList<LedgerEntry> Entries => _entries;

    public string Head => _entries.Count == 0 ? Chain.Origin : _entries[^1].Hash;

    /// <summary>The money of the convention or of an avenant; a withdrawal never goes below what is engaged or paid.</summary>
    public Written Allocate(Money ae, Money cp, int year, DateOnly on, string label, string reference, Author author)
    {
        var (leftAe, leftCp) = (LeftFrom(on, OfYear(year), b => b.AvailableAe), LeftFrom(on, OfYear(year), b => b.AvailableCp));
        if (leftAe + ae < Money.Zero)
        {
            return Written.No($"Il est déjà engagé {Balance.OfYear(_entries, year).Engaged} : il reste {leftAe} d’AE à retirer au plus");
        }

        return leftCp + cp < Money.Zero
            ? Written.No($"Il est déjà payé {Balance.OfYear(_entries, year).Paid} : il reste {leftCp} de CP à retirer au plus")
            : Append(new(EntryKind.Allocation, on, year, null, label, reference) { Ae = ae, Cp = cp }, author);
    }

    /// <summary>Engages the whole amount of an order. The sum of commitments never exceeds what the convention gives.</summary>
    public Written Commit(Order order, Author author)
    {
        if (_entries.Any(e => e.OrderId == order.Id))
        {
            return Written.No("Cette commande est déjà engagée");
        }

        if (convention.NoCommitment(order.PlacedOn) is { } refusal)
        {
            return Written.No(refusal);
        }

        var left = LeftFrom(order.PlacedOn, OfYear(order.PlacedOn.Year), b => b.AvailableAe);
        return order.InclTax > left
            ? Written.No($"Les crédits ne suffisent pas. Il reste {left} à engager, et la commande demande {order.InclTax}")
            : Append(new(EntryKind.Commitment, order.PlacedOn, order.PlacedOn.Year, order.Id, order.Label, order.Number) { Ae = order.InclTax }, author);
    }

    /// <summary>Says that a service was done: by somebody else than who ordered it and who paid for a part of it, within what was ordered.</summary>
    public Written Certify(Order order, Money amount, DateOnly on, string label, Author author)
    {
        var left = LeftFrom(on, OfOrder(order.Id), b => b.Engaged - b.Certified);
        return author.Id == order.PlacedBy ? Written.No("La personne qui a commandé ne peut pas constater le service fait")
            : OfKind(order, EntryKind.Payment).Contains(author.Id) ? Written.No("La personne qui a payé une part de cette commande ne peut pas constater le service fait")
            : on < order.From ? Written.No($"La prestation commence le {French.Day(order.From)}")
            : convention.NoService(on) is { } refusal ? Written.No(refusal)
            : amount > left ? Written.No($"Il reste {left} à constater sur cette commande")
            : Append(new(EntryKind.Service, on, on.Year, order.Id, label, order.Number) { Service = amount }, author);
    }

    /// <summary>Records a payment: by a third person, within what was certified, within the credits of the year.</summary>
    public Written Pay(Order order, Money amount, DateOnly on, string invoice, Author author)
    {
        var (left, credits) = (LeftFrom(on, OfOrder(order.Id), b => b.Certified - b.Paid), LeftFrom(on, OfYear(on.Year), b => b.AvailableCp));
        return author.Id == order.PlacedBy ? Written.No("La personne qui a commandé ne peut pas payer")
            : OfKind(order, EntryKind.Service).Contains(author.Id) ? Written.No("La personne qui a constaté le service fait ne peut pas payer")
            : convention.NoPayment(on) is { } refusal ? Written.No(refusal)
            : amount > left ? Written.No($"Il reste {left} de service fait à payer sur cette commande, le {French.Day(on)}")
            : amount > credits ? Written.No($"Les crédits de paiement ne suffisent pas. Il reste {credits} à payer en {on.Year.ToString(French.Culture)}")
            : Append(new(EntryKind.Payment, on, on.Year, order.Id, order.Label, invoice) { Cp = amount }, author);
    }

    /// <summary>Undoes an entry by one of exactly the opposite amount, once. What rests on it is undone first.</summary>
    public Written Reverse(Guid entryId, DateOnly on, string reason, Author author)
    {
        if (_entries.Find(e => e.Id == entryId) is not { } entry)
        {
            return Written.No("Cette écriture n’est pas dans le journal de la convention");
        }

        if (entry.Kind == EntryKind.Allocation)
        {
            return Written.No("Seul un avenant change le montant de la convention");
        }

        if (entry.ReversesId is not null || _entries.Any(e => e.ReversesId == entryId))
        {
            return Written.No("Cette écriture est déjà annulée, ou en annule une autre");
        }

        if (on < entry.On)
        {
            return Written.No($"Cette écriture est du {French.Day(entry.On)} : elle s’annule ce jour-là ou après");
        }

        var own = OfOrder(entry.OrderId!.Value);
        if (LeftFrom(on, own, b => b.Engaged - b.Certified) < entry.Ae || LeftFrom(on, own, b => b.Certified - b.Paid) < entry.Service)
        {
            return Written.No("Une autre écriture repose sur celle-ci : annulez-la d’abord");
        }

        return Append(new(entry.Kind, on, entry.Year, entry.OrderId, reason, entry.Reference) { Ae = -entry.Ae, Cp = -entry.Cp, Service = -entry.Service, ReversesId = entryId }, author);
    }

    /// <summary>The least that is left on this day and on every day since: what is dated in the past must not take what was already used after it.</summary>
    Money LeftFrom(DateOnly on, Func<LedgerEntry, bool> counted, Func<Balance, Money> left)
    {
        var own = _entries.Where(counted).ToList();
        return own.Select(e => e.On).Where(day => day > on).Append(on).Distinct().Select(day => left(Balance.Of(own.Where(e => e.On <= day)))).Min();
    }

    static Func<LedgerEntry, bool> OfYear(int year) => e => e.Year == year;

    static Func<LedgerEntry, bool> OfOrder(Guid id) => e => e.OrderId == id;

    // Who wrote a line of this kind on the order, undone since or not.
    HashSet<Guid> OfKind(Order order, EntryKind kind) => [.. _entries.Where(e => e.Kind == kind && e.OrderId == order.Id).Select(e => e.By)];

    Written Append(Draft draft, Author author)
    {
        if (closedUntil == DateOnly.MaxValue)
        {
            return Written.No("Le dernier compte de la convention est envoyé : plus rien ne s’écrit");
        }

        if (closedUntil is { } closed && draft.On <= closed)
        {
            return Written.No($"Le compte est envoyé jusqu’au {French.Day(closed)} : choisissez un jour après");
        }

        var entry = draft.Write(convention, _entries.Count + 1, Head, author);
        _entries.Add(entry);
        return new(entry, null);
    }

    sealed record Draft(EntryKind Kind, DateOnly On, int Year, Guid? OrderId, string Label, string? Reference)
    {
        public Money Ae { get; init; }
        public Money Cp { get; init; }
        public Money Service { get; init; }
        public Guid? ReversesId { get; init; }

        public LedgerEntry Write(Convention convention, int number, string head, Author author)
        {
            var entry = Line(convention, number, head, author, "");
            return Line(convention, number, head, author, Chain.Hash(head, entry.Canonical));
        }

        LedgerEntry Line(Convention convention, int number, string head, Author author, string hash) => new()
        {
            Id = Guid.CreateVersion7(author.At), ConventionId = convention.Id, Number = number, Kind = Kind, On = On, Year = Year, Ae = Ae, Cp = Cp, Service = Service, OrderId = OrderId, ReversesId = ReversesId,
            Imputation = convention.Imputation with { }, Label = Label, Reference = Reference, By = author.Id, At = author.At, PreviousHash = head, Hash = hash,
        };
    }
}
