import type { Translation } from '../../translation.ts';
import type { en } from './en.ts';

export const es: Translation<typeof en> = {
  panelTitle: 'Manicule: esta página',
  panelTerms: 'Términos',
  panelNoTerms: 'No se encontró aquí ningún término del glosario.',
  panelNotes: 'Notas',
  panelPlaced: 'En el orden de la página',
  panelWrite: 'Escribir una nota sobre la página entera',
  panelNoNotes:
    'Aquí no hay nada fijado todavía. Selecciona un pasaje y elige «Fijar una nota aquí» en el menú contextual.',
  panelWhole: 'Sobre la página entera',
  panelInFrame: 'Incrustado en la página: {name}',
  panelOrphans: 'Pasajes no encontrados',
  panelOrphansLead:
    'La página cambió y no se encontraron estos pasajes. Las notas se conservan. Para volver a unir una, selecciona su pasaje en la página y únela a él.',
  panelAttach: 'Unir a la selección',
  panelAttached: 'La nota está unida de nuevo.',
  panelNothingSelected: 'No hay nada seleccionado en la página. Selecciona primero el pasaje.',
  panelNoAddress:
    'La selección está en un documento incrustado sin dirección propia, donde ninguna nota la volvería a encontrar. Selecciona el pasaje en otro lugar de la página.',
  panelLike: 'El texto cambió desde que se fijó',
  panelLooking: 'Buscando su pasaje…',
  panelGoTo: 'Ir a {term}',
  panelNext: 'Aparición siguiente de {term}',
  panelPrevious: 'Aparición anterior de {term}',
  panelCount: '{count} ×',
  panelTimes_one: '{count} vez',
  panelTimes_other: '{count} veces',
};
