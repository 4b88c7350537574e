namespace Beffroi.Kit;

/// <summary>A module that forgets an account that is closed (GDPR, article 17). Asked twice, it does nothing the second time: a round that was cut is simply taken up again.</summary>
public interface IForgets
{
    /// <summary>A word of addresses and of logs, such as <c>annonces</c>.</summary>
    string Module { get; }

    /// <summary>The accounts go last: until then, whoever asked can be told what is left to do.</summary>
    bool IsLast => false;

    /// <param name="isDry">Counts what would go, and changes nothing.</param>
    Task<Forgotten> Forget(Guid account, bool isDry, CancellationToken ct);
}

/// <summary>What one module did, table by table; tables that held nothing of the account are not told.</summary>
public sealed record Forgotten(IReadOnlyList<ForgottenTable> Tables)
{
    public int Erased => Tables.Sum(t => t.Erased);
    public int Unlinked => Tables.Sum(t => t.Unlinked);
    public int Kept => Tables.Sum(t => t.Kept);
}

/// <param name="Because">Why rows are kept; null where none is.</param>
public sealed record ForgottenTable(string Table, int Erased, int Unlinked, int Kept, string? Because);
