using Microsoft.AspNetCore.Components;

namespace Beffroi.Eva.Player.Tongues;

/// <summary>A piece of a screen that is drawn again when the person changes language.</summary>
public abstract class InTongue : ComponentBase, IDisposable
{
    [Inject] protected Tongue Tongue { get; set; } = null!;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized() => Tongue.Changed += Again;

    protected virtual void Dispose(bool disposing) => Tongue.Changed -= Again;

    private void Again() => _ = InvokeAsync(StateHasChanged);
}
