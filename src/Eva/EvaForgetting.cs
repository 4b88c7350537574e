using Beffroi.Kit;

namespace Beffroi.Eva;

/// <summary>What becomes here of an account that is closed: as the register says of each column.</summary>
public sealed class EvaForgetting(EvaDb db, Actor actor, TimeProvider clock) : IForgets
{
    public string Module => "eva";

    public Task<Forgotten> Forget(Guid account, bool isDry, CancellationToken ct) => new RegisteredErasure(db, new EvaRegister(), actor, clock).Run(account, isDry, ct);
}
