using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Bank;

/// <summary>Our sweets of <c>tri</c>: 12 kinds, 4 of each, and their bins. Ids were drawn at random and tell nothing.</summary>
public sealed record SweetBank
{
    public required string Version { get; init; }
    public required IReadOnlyList<BankBin> TrainingBins { get; init; }
    public required IReadOnlyList<BankSweet> Training { get; init; }
    public required IReadOnlyList<BankBin> Bins { get; init; }
    public required IReadOnlyList<BankSweet> Sweets { get; init; }

    public static SweetBank Current { get; } = ItemBank.Load<SweetBank>("tri");

    public SweetShop WithoutKey(int seed) => new()
    {
        Training = [.. Training.Select(s => new Sweet(s.Id, Bin(s.Bin)!.Look))],
        TrainingBins = [.. TrainingBins.Select(b => new SweetBin(b.Id, b.Look))],
        Sweets = [.. Shuffled(seed).Select(s => new Sweet(s.Id, Bin(s.Bin)!.Look))],
        Bins = [.. Bins.Select(b => new SweetBin(b.Id, b.Look))],
    };

    /// <summary>A sweet of the game; null for a training one or an unknown id.</summary>
    public BankSweet? Sweet(string? id) => Sweets.FirstOrDefault(s => string.Equals(s.Id, id, StringComparison.Ordinal));

    public BankSweet? TrainingSweet(string? id) => Training.FirstOrDefault(s => string.Equals(s.Id, id, StringComparison.Ordinal));

    /// <summary>A bin of the game or of the training.</summary>
    public BankBin? Bin(string? id) => Bins.Concat(TrainingBins).FirstOrDefault(b => string.Equals(b.Id, id, StringComparison.Ordinal));

    BankSweet[] Shuffled(int seed)
    {
        var drawn = Sweets.ToArray();
        new Random(seed).Shuffle(drawn);
        return drawn;
    }
}

/// <param name="Bin">The key: the bin where it goes.</param>
public sealed record BankSweet(string Id, string Bin);

public sealed record BankBin(string Id, SweetShape Shape, SweetPattern Pattern, SweetColour Colour)
{
    public SweetLook Look { get; } = new(Shape, Pattern, Colour);

    /// <summary>The same shape and the same colour: only the pattern tells the two apart.</summary>
    public bool LooksLike(BankBin other) => this != other && Shape == other.Shape && Colour == other.Colour;
}
