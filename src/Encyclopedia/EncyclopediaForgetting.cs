using Beffroi.Kit;

namespace Beffroi.Encyclopedia;

/// <summary>What becomes here of an account that is closed: as the register says of each column.</summary>
public sealed class EncyclopediaForgetting(EncyclopediaDb db, Actor actor, TimeProvider clock) : IForgets
{
    public string Module => "encyclopedie";

    public Task<Forgotten> Forget(Guid account, bool isDry, CancellationToken ct) => new RegisteredErasure(db, new EncyclopediaRegister(), actor, clock).Run(account, isDry, ct);
}
