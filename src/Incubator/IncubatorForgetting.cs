using Beffroi.Kit;

namespace Beffroi.Incubator;

/// <summary>What becomes here of an account that is closed: as the register says of each column.</summary>
public sealed class IncubatorForgetting(IncubatorDb db, Actor actor, TimeProvider clock) : IForgets
{
    public string Module => "incubateur";

    public Task<Forgotten> Forget(Guid account, bool isDry, CancellationToken ct) => new RegisteredErasure(db, new IncubatorRegister(), actor, clock).Run(account, isDry, ct);
}
